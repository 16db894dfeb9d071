package org.cryptosmarttrader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("JSON of our own")
class JsonTest {

    /** A record as it is kept. */
    record Note(@Required String name, @Required List<String> pairs, Double score) {}

    @Test
    void is_read_without_what_may_be_absent() throws IOException {
        assertThat(Json.read("{\"name\":\"a\",\"pairs\":[]}", Note.class, "note"))
                .isEqualTo(new Note("a", List.of(), null));
    }

    @Test
    void is_refused_by_the_name_of_what_it_lacks() {
        assertThatIOException()
                .isThrownBy(() -> Json.read("{\"name\":\"a\"}", Note.class, "note"))
                .withMessageStartingWith("note: ")
                .withMessageContaining("pairs");
        assertThatIOException()
                .isThrownBy(() -> Json.read("{\"name\":null,\"pairs\":[]}", Note.class, "note"))
                .withMessageContaining("name");
        assertThatIOException()
                .isThrownBy(() -> Json.read("{\"name\":\"a\",\"pairs\":[null]}", Note.class, "note"))
                .withMessageContaining("pairs");
    }

    @Test
    void is_no_null_and_no_other_encoding(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("note.json"), new byte[] {(byte) 0xff});

        assertThatIOException()
                .isThrownBy(() -> Json.read("null", Note.class, "note"))
                .withMessage("note: is null, expected a value");
        assertThatIOException().isThrownBy(() -> Json.read(file, Note.class)).withMessage(file + ": not UTF-8");
    }
}
