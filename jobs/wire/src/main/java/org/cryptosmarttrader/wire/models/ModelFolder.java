package org.cryptosmarttrader.wire.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/** Models in a folder: {@code <horizon>/<version>/forest.onnx} and {@code card.json} beside it; {@code importance.json} if it was measured. */
public final class ModelFolder {

    private static final String MODEL = "forest.onnx";
    private static final String CARD = "card.json";
    private static final String IMPORTANCE = "importance.json";

    private ModelFolder() {}

    /** Writes a model and its card; the card last, so that a card vouches for a whole model. */
    public static Path write(Path root, ModelCard card, byte[] model) throws IOException {
        Path folder = root.resolve(card.horizon()).resolve(card.version());
        Files.createDirectories(folder);
        Files.write(folder.resolve(MODEL), model);
        Json.replace(folder.resolve(CARD), card);
        return folder;
    }

    /** Writes what a model owes to its columns beside its card. */
    public static void write(Path folder, Importance importance) throws IOException {
        Json.replace(folder.resolve(IMPORTANCE), importance);
    }

    /**
     * What a model owes to its columns.
     *
     * @throws IOException if it was not measured
     */
    public static Importance importance(Path folder) throws IOException {
        return Json.read(folder.resolve(IMPORTANCE), Importance.class);
    }

    /**
     * The announcement of a model that lies in a folder.
     *
     * @throws IOException if model or card are missing, or the model is not the one the card names
     */
    public static ModelAnnouncement announce(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(CARD)) || !Files.isRegularFile(folder.resolve(MODEL))) {
            throw new IOException(
                    "model %s: %s and %s expected in it; train one with cst train".formatted(folder, MODEL, CARD));
        }
        ModelCard card = Json.read(folder.resolve(CARD), ModelCard.class);
        String found = Sha256.hex(Sha256.of(Files.readAllBytes(folder.resolve(MODEL))));
        if (!found.equals(card.modelSha256())) {
            throw new IOException("model %s: %s has SHA-256 %s, its card says %s; the file was changed, train it again"
                    .formatted(folder, MODEL, found, card.modelSha256()));
        }
        return new ModelAnnouncement(
                ModelAnnouncement.CHAMPION,
                folder.resolve(MODEL).toAbsolutePath().toUri().toString(),
                card);
    }

    /** Folders of all models below a root, by path. */
    public static List<Path> list(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> found = Files.walk(root, 3)) {
                found.filter(path -> path.getFileName().toString().equals(CARD))
                        .map(Path::getParent)
                        .sorted()
                        .forEach(folders::add);
            }
        }
        return folders;
    }
}
