package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A commit of an archive that anybody wrote")
class ArchiveFuzzTest {

    @TempDir
    static Path folder;

    @FuzzTest
    void is_read_or_refused_by_name(byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(Archive.LOG));
        Files.write(folder.resolve(Archive.LOG).resolve("00000001.json"), bytes);
        try {
            Archive archive = Archive.openOrCreate(folder);
            assertThat(archive.nextCommit()).isEqualTo(2);
            assertThat(archive.files(EventKind.BAR)).doesNotContainNull();
            assertThat(archive.coverage()).doesNotContainNull();
            assertThat(archive.commitOf("00", "BTC/USD", "kraken", intake -> true))
                    .isBetween(0L, 1L);
            archive.content(0, 20_000);
            archive.isEmpty();
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
        }
    }
}
