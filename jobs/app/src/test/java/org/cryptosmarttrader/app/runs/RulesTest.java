package org.cryptosmarttrader.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The hash of the rules")
class RulesTest {

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void write_two_classes() throws IOException {
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("gates"));
        Files.writeString(classes.resolve("gates/Gates.class"), "one");
        Files.writeString(classes.resolve("Zone.class"), "two");
    }

    @Test
    void is_the_same_out_of_a_folder_and_out_of_a_jar() throws IOException {
        assertThat(Rules.of(List.of(jarOfClasses()))).isEqualTo(Rules.of(List.of(classes)));
    }

    @Test
    void is_another_when_a_class_is_another_or_lies_elsewhere() throws IOException {
        String before = Rules.of(List.of(classes));
        Files.writeString(classes.resolve("gates/Gates.class"), "changed");
        String changed = Rules.of(List.of(classes));
        Files.writeString(classes.resolve("gates/Gates.class"), "one");
        Files.move(classes.resolve("Zone.class"), classes.resolve("gates/Zone.class"));

        assertThat(List.of(before, changed, Rules.of(List.of(classes)))).doesNotHaveDuplicates();
    }

    @Test
    void is_the_same_whatever_lies_beside_the_classes() throws IOException {
        String before = Rules.of(List.of(classes));
        Files.writeString(classes.resolve("build.properties"), "time=now");

        assertThat(Rules.of(List.of(classes))).isEqualTo(before);
    }

    private Path jarOfClasses() throws IOException {
        Path jar = folder.resolve("classes.jar");
        try (FileSystem into = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.copy(classes.resolve("Zone.class"), into.getPath("/Zone.class"));
            Files.createDirectories(into.getPath("/gates"));
            Files.copy(classes.resolve("gates/Gates.class"), into.getPath("/gates/Gates.class"));
        }
        return jar;
    }
}
