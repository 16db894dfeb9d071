package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A zip or gzip of market files, whatever it is")
class PackedFilesFuzzTest {

    private static final String BARS = "1609459200,1,2,0.5,1.5,10,3\n1609462800,1,2,0.5,1.5,10,3\n";

    @TempDir
    static Path folder;

    static Stream<byte[]> packed() throws IOException {
        byte[] zip = zip("XBTUSD_60.csv", "../XBTUSD_60.csv", "notes.txt", "a/ETHUSD_60.csv");
        byte[] gzip = gzip();
        byte[] damaged = zip.clone();
        damaged[60] ^= 1;
        return Stream.of(
                zip,
                Arrays.copyOf(zip, zip.length - 9),
                damaged,
                zip(),
                commented(),
                gzip,
                Arrays.copyOf(gzip, gzip.length - 9),
                BARS.getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 5, 6});
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(BARS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A zip whose entry has a comment that is no UTF-8. */
    private static byte[] commented() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("XBTUSD_60.csv");
            entry.setTime(0);
            entry.setComment("\u00e9");
            zip.putNextEntry(entry);
        }
        byte[] odd = bytes.toByteArray();
        for (int i = 0; i < odd.length - 1; i++) {
            if (odd[i] == (byte) 0xc3 && odd[i + 1] == (byte) 0xa9) {
                odd[i] = (byte) 0xff;
            }
        }
        return odd;
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(BARS.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @MethodSource("packed")
    @FuzzTest
    void is_found_readable_or_refused_by_name(byte[] bytes) throws IOException {
        isFoundOrRefused(Files.write(folder.resolve("bars.zip"), bytes));
        isFoundOrRefused(Files.write(folder.resolve("XBTUSD_60.csv.gz"), bytes));
    }

    private static void isFoundOrRefused(Path file) throws IOException {
        Path root = folder.resolve("archive");
        ImportSettings settings = ImportSettings.of(file.toString(), "kraken-ohlcvt", null, root, null);
        Archive archive = Archive.openOrCreate(root);
        try (ReceivedFiles received = new ReceivedFiles(List.of(file.toString()));
                ArchiveLock lock = ArchiveLock.take(root);
                Staging staging = new Staging(root, "00000001")) {
            Inspection inspection = new Inspection(settings, archive, staging, new BadRows(null));
            for (Received one : received.files()) {
                inspection.look(one);
            }
            assertThat(inspection.files())
                    .allSatisfy(each -> assertThat(each.sha256()).hasSize(64));
        } catch (ImportException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }
}
