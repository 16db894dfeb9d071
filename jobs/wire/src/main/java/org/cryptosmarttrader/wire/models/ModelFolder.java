package org.cryptosmarttrader.wire.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/**
 * Models in a folder: {@code <horizon>/<version>/<member>.onnx} and {@code card.json} beside it, of trees also
 * {@code <member>.<output>.ubj}; {@code importance.json} and
 * {@code controls.json} if those were measured.
 */
public final class ModelFolder {

    /** What a member may be called: its name is that of a file. */
    public static final String MEMBER = "[a-z][a-z0-9_.-]*";

    private static final String CARD = "card.json";
    private static final String IMPORTANCE = "importance.json";
    private static final String CONTROLS = "controls.json";

    private ModelFolder() {}

    /** Writes a model and its card; the card last, so that a card vouches for a whole model. */
    public static Path write(Path root, ModelCard card, byte[] onnx) throws IOException {
        return write(root, card, onnx, new TreeMap<>());
    }

    /** @param boosters the trees behind its outputs, by output; the card's parameters name their hashes */
    public static Path write(Path root, ModelCard card, byte[] onnx, SortedMap<String, byte[]> boosters)
            throws IOException {
        Path folder = root.resolve(card.horizon()).resolve(card.version());
        Files.createDirectories(folder);
        Files.write(model(folder, card), onnx);
        for (Map.Entry<String, byte[]> booster : boosters.entrySet()) {
            Files.write(booster(folder, card, booster.getKey()), booster.getValue());
        }
        Json.replace(folder.resolve(CARD), card);
        return folder;
    }

    /**
     * The model of a card that lies beside it.
     *
     * @throws IllegalArgumentException if the card's member is no name for a file
     */
    public static Path model(Path folder, ModelCard card) {
        if (!card.member().matches(MEMBER)) {
            throw new IllegalArgumentException(
                    "model %s: its card says member '%s', expected a small letter, then small letters, digits, _, - or .; train it again"
                            .formatted(folder, card.member()));
        }
        return folder.resolve(card.member() + ".onnx");
    }

    /**
     * The file of a model.
     *
     * @throws IOException if it is not there
     */
    public static byte[] onnx(Path folder) throws IOException {
        return Files.readAllBytes(model(folder, card(folder)));
    }

    private static Path booster(Path folder, ModelCard card, String output) {
        return folder.resolve("%s.%s.ubj".formatted(card.member(), output));
    }

    /** The parameter of a card that names the hash of the trees behind an output. */
    public static String boosterHash(String output) {
        return "booster_sha256_" + output;
    }

    /**
     * The trees behind an output, as XGBoost loads them.
     *
     * @throws IOException if the model has none, they are not there, or not those the card names
     */
    public static byte[] booster(Path folder, String output) throws IOException {
        ModelCard card = card(folder);
        String expected = card.parameters().get(boosterHash(output));
        if (expected == null) {
            throw new IOException("model %s: member %s keeps no trees; those of forest and boosted do"
                    .formatted(folder, card.member()));
        }
        Path file = booster(folder, card, output);
        if (!Files.isRegularFile(file)) {
            throw incomplete(folder, file.getFileName().toString());
        }
        byte[] bytes = Files.readAllBytes(file);
        String found = Sha256.hex(Sha256.of(bytes));
        if (!found.equals(expected)) {
            throw new IOException("model %s: %s has SHA-256 %s, its card says %s; the file was changed, train it again"
                    .formatted(folder, file.getFileName(), found, expected));
        }
        return bytes;
    }

    /** @throws IOException if there is none, or it is none */
    public static ModelCard card(Path folder) throws IOException {
        return Json.read(folder.resolve(CARD), ModelCard.class);
    }

    /** Writes what a model owes to its columns beside its card. */
    public static void write(Path folder, Importance importance) throws IOException {
        Json.replace(folder.resolve(IMPORTANCE), importance);
    }

    /** Writes whether its making can be believed beside a forest's card. */
    public static void write(Path folder, Controls controls) throws IOException {
        Json.replace(folder.resolve(CONTROLS), controls);
    }

    /** Whether the making of a forest can be believed; empty if it was not tried. */
    public static Optional<Controls> controls(Path folder) throws IOException {
        Path file = folder.resolve(CONTROLS);
        return Files.isRegularFile(file) ? Optional.of(Json.read(file, Controls.class)) : Optional.empty();
    }

    /** Whether it was measured what a model owes to its columns. */
    public static boolean hasImportance(Path folder) {
        return Files.isRegularFile(folder.resolve(IMPORTANCE));
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
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw incomplete(folder, CARD);
        }
        ModelCard card = card(folder);
        Path model = model(folder, card);
        if (!Files.isRegularFile(model)) {
            throw incomplete(folder, model.getFileName().toString());
        }
        String found = Sha256.hex(Sha256.of(Files.readAllBytes(model)));
        if (!found.equals(card.modelSha256())) {
            throw new IOException("model %s: %s has SHA-256 %s, its card says %s; the file was changed, train it again"
                    .formatted(folder, model.getFileName(), found, card.modelSha256()));
        }
        return new ModelAnnouncement(
                ModelAnnouncement.CHAMPION, model.toAbsolutePath().toUri().toString(), card);
    }

    private static IOException incomplete(Path folder, String missing) {
        return new IOException(
                Files.isDirectory(folder)
                        ? "model %s: %s expected in it; train one with cst train".formatted(folder, missing)
                        : "model %s: no such folder; cst models list names those there are".formatted(folder));
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
