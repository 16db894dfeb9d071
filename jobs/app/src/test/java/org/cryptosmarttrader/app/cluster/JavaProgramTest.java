package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Java a cluster runs on")
class JavaProgramTest {

    @TempDir
    private Path home;

    private void install(String says) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '%s' >&2\n".formatted(says));
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void is_the_one_this_program_runs_on() throws IOException {
        assertThat(JavaProgram.own().executable()).isExecutable().startsWith(Path.of(System.getProperty("java.home")));
    }

    @Test
    void may_be_another_of_the_same_version() throws IOException {
        install("    java.specification.version = 17");

        assertThat(JavaProgram.in(home).executable()).isEqualTo(home.resolve("bin/java"));
    }

    @Test
    void is_refused_in_another_version() throws IOException {
        install("    java.specification.version = 1.8");

        assertThatThrownBy(() -> JavaProgram.in(home))
                .hasMessage("cluster: needs Java 17, %s/bin/java is Java 1.8; point JAVA_HOME at a JDK 17", home);
    }

    @Test
    void is_refused_where_there_is_none() {
        assertThatThrownBy(() -> JavaProgram.in(home))
                .hasMessage("cluster: no program %s/bin/java; point JAVA_HOME at a JDK 17", home);
    }
}
