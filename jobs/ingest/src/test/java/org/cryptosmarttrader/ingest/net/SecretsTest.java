package org.cryptosmarttrader.ingest.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Secrets")
class SecretsTest {

    @TempDir
    Path folder;

    private void write(String name, String text, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void are_read_from_the_environment_before_a_file() throws IOException {
        write("NEWSAPI_KEY", "of-the-file\n", "rw-------");
        write("X_BEARER", "of-the-other-file\n", "r--------");
        Secrets secrets = new Secrets(Map.of("NEWSAPI_KEY", "of-the-environment"), folder);

        assertThat(secrets.of("NEWSAPI_KEY")).contains("of-the-environment");
        assertThat(secrets.of("X_BEARER")).contains("of-the-other-file");
        assertThat(secrets.of("ETHERSCAN_KEY")).isEmpty();
    }

    @Test
    void count_an_empty_variable_as_none() throws IOException {
        assertThat(new Secrets(Map.of("NEWSAPI_KEY", " "), folder).of("NEWSAPI_KEY"))
                .isEmpty();
    }

    @Test
    void in_a_file_others_may_read_are_refused_without_being_said() throws IOException {
        write("NEWSAPI_KEY", "s3cret", "rw-r-----");

        assertThatThrownBy(() -> new Secrets(Map.of(), folder).of("NEWSAPI_KEY"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NEWSAPI_KEY")
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void in_an_empty_file_are_refused() throws IOException {
        write("NEWSAPI_KEY", "\n", "rw-------");

        assertThatThrownBy(() -> new Secrets(Map.of(), folder).of("NEWSAPI_KEY"))
                .hasMessageContaining("empty");
    }
}
