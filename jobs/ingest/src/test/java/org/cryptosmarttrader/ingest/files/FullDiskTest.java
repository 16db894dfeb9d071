package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cryptosmarttrader.ingest.files.ImportScene.bar;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An import that finds the disk full")
class FullDiskTest {

    /** A device on which nothing can be written, as on a full disk. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void says_so_and_changes_nothing() throws IOException {
        assumeTrue(Files.isWritable(FULL), "needs the device /dev/full, which Linux has");
        ImportScene scene = new ImportScene(folder);
        scene.file("XBTUSD_60.csv", bar(0, 11));
        scene.bars();
        scene.file("XBTUSD_60.csv", bar(1, 11));
        Map<String, String> before = scene.archiveBytes();
        Importer importer = new Importer(
                scene.settings("kraken-ohlcvt", null, null), InstantSource.system(), ignored -> new FullDevice());

        ImportException refusal = catchThrowableOfType(ImportException.class, importer::run);

        assertThat(refusal.fault()).isEqualTo(Fault.DISK_FULL);
        assertThat(refusal)
                .hasMessage(
                        "archive %s: no room to write (No space left on device); make room and run the command again; nothing was changed"
                                .formatted(scene.archive()));
        assertThat(scene.archiveBytes()).isEqualTo(before);
    }

    private record FullDevice() implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return new Stream(Files.newOutputStream(FULL));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public String getPath() {
            return FULL.toString();
        }
    }

    private static final class Stream extends DelegatingPositionOutputStream {

        Stream(OutputStream out) {
            super(out);
        }

        @Override
        public long getPos() {
            return 0;
        }
    }
}
