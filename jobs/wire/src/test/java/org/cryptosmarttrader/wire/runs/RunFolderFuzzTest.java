package org.cryptosmarttrader.wire.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The manifest of a run that anybody wrote")
class RunFolderFuzzTest {

    @TempDir
    static Path folder;

    @FuzzTest
    void is_read_or_refused_by_name(byte[] bytes) throws IOException {
        Files.write(folder.resolve("run.json"), bytes);
        try {
            RunManifest manifest = RunFolder.open(folder).manifest();
            assertThat(manifest.run()).isNotNull();
            assertThat(manifest.kind()).isNotNull();
            assertThat(manifest.features()).isNotNull();
            assertThat(manifest.horizons()).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
        }
    }
}
