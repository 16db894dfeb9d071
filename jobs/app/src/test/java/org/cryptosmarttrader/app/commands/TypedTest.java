package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A command as it would be typed")
class TypedTest {

    @Test
    void begins_with_the_launcher_and_leaves_plain_words_plain() {
        assertThat(Typed.line(List.of("train", "--set", "cst.ticks.interval=5m", "--out", "w/models_1")))
                .isEqualTo("./cst train --set cst.ticks.interval=5m --out w/models_1");
    }

    @Test
    void quotes_what_a_shell_would_read_something_into() {
        assertThat(Typed.line(List.of("import", "--from", "/a b/x.jar!week.csv", "it's", "")))
                .isEqualTo("./cst import --from '/a b/x.jar!week.csv' 'it'\\''s' ''");
    }

    @Test
    void is_taken_apart_by_a_shell_into_the_same_words() throws IOException {
        List<String> words = List.of("a b", "x.jar!week.csv", "it's", "$HOME", "*", "\\");
        String command = Typed.line(words).replaceFirst("\\./cst", "printf '%s\\\\n'");

        Process shell = new ProcessBuilder("sh", "-c", command).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(words);
    }
}
