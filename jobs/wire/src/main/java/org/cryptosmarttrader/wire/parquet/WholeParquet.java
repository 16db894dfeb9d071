package org.cryptosmarttrader.wire.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Small tables as Parquet files: a reader sees the old one or the new one, never half of it. */
public final class WholeParquet {

    private static final long ROW_GROUP_BYTES = 8L << 20;

    private WholeParquet() {}

    public static void replace(Path file, RowSchema schema, RowBatch rows) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // the writer makes the file itself, so it is written in a folder of its own
        Path apart = Files.createTempDirectory(folder, "." + file.getFileName());
        try {
            Path written = apart.resolve(file.getFileName());
            try (ParquetRowWriter writer =
                    new ParquetRowWriter(new LocalOutputFile(written), schema, Map.of(), ROW_GROUP_BYTES)) {
                writer.write(rows);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            try (var left = Files.list(apart)) {
                for (Path rest : left.toList()) {
                    Files.delete(rest);
                }
            }
            Files.delete(apart);
        }
    }
}
