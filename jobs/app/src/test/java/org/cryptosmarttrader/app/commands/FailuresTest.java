package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What went wrong with a file")
class FailuresTest {

    @TempDir
    Path folder;

    private interface Work {
        void go() throws IOException;
    }

    private static String said(Work work) {
        try {
            work.go();
        } catch (IOException e) {
            return Failures.message(e);
        }
        throw new AssertionError("it went well");
    }

    @Test
    void is_said_beside_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path absent = folder.resolve("absent/file");

        assertThat(said(() -> Files.readString(absent)))
                .isEqualTo(absent + ": no such file or folder, and it cannot be made there");
        assertThat(said(() -> Files.createDirectories(file)))
                .isEqualTo(file + ": is a file where a folder is to be made; choose another name");
    }
}
