package org.cryptosmarttrader.app.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;

/** The project's definitions of models with fewer rows and trees: for runs that show honesty, not strength. */
final class LightModels {

    private LightModels() {}

    /** @return folder of the definitions, in the one given */
    static Path in(Path folder) throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("models"));
        try (Stream<Path> all = Files.list(Answer.home().resolve("models"))) {
            for (Path definition : all.toList()) {
                String text = Files.readString(definition)
                        .replaceFirst("(?m)^  most: \\d+", "  most: 10000")
                        .replaceFirst("(?m)^  trees: \\d+", "  trees: 20")
                        .replaceFirst("(?m)^  rounds: \\d+", "  rounds: 20");
                Files.writeString(definitions.resolve(definition.getFileName()), text);
            }
        }
        return definitions;
    }
}
