package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A raw payload")
class RawPayloadsTest {

    /** SHA-256 of "abc", FIPS 180-2 appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    @Test
    void lies_under_its_hash() {
        assertThat(RawPayloads.path(ABC)).isEqualTo("raw/ba/" + ABC + ".zst");
    }

    @Test
    void is_written_compressed_and_comes_back_as_received() throws IOException {
        RawPayloads.Written written = RawPayloads.write(text("abc"), root.resolve("staged"));
        Path place = root.resolve(RawPayloads.path(ABC));
        Files.createDirectories(place.getParent());
        Files.move(written.file(), place);

        assertThat(written.sha256()).isEqualTo(ABC);
        assertThat(written.bytes()).isEqualTo(3);
        try (InputStream payload = RawPayloads.open(root, ABC)) {
            assertThat(payload.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        }
    }

    @Test
    void is_the_same_file_when_written_twice() throws IOException {
        RawPayloads.write(text("abc"), root);
        RawPayloads.write(text("abc"), root);

        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(ABC + ".zst");
        }
    }

    @Test
    void that_is_not_held_is_named() {
        assertThatIOException()
                .isThrownBy(() -> RawPayloads.open(root, ABC))
                .withMessage("archive %s: no raw payload %s; restore raw/ba/%s.zst from a backup", root, ABC, ABC);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
