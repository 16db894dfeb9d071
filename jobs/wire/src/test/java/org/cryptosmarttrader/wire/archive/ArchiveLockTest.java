package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The right to add to an archive")
class ArchiveLockTest {

    @TempDir
    Path folder;

    @Test
    void belongs_to_one_at_a_time() throws IOException {
        Path root = folder.resolve("archive");
        try (ArchiveLock held = ArchiveLock.take(root)) {
            assertThat(held).isNotNull();
            assertThatIOException()
                    .isThrownBy(() -> ArchiveLock.take(root))
                    .withMessage(
                            "archive %s: another program is adding to it (it holds _lock); wait until it is done and run the command again",
                            root);
        }
    }

    @Test
    void can_be_taken_again_once_given_back() throws IOException {
        ArchiveLock.take(folder).close();

        try (ArchiveLock again = ArchiveLock.take(folder)) {
            assertThat(again).isNotNull();
        }
    }
}
