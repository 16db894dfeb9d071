package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * The code that decides the rows of a run, as a hash: every class of udfs, wire and the graph as built. A gate, a risk rule
 * or a strategy that was changed makes another run, whatever the version says.
 */
public final class Rules {

    private static final List<Class<?>> MODULES = List.of(EventBlock.class, RowSchema.class, PredictionGraph.class);

    private static final String HASH =
            of(MODULES.stream().map(Rules::locationOf).toList());

    private Rules() {}

    /** SHA-256, hexadecimal. */
    public static String sha256() {
        return HASH;
    }

    /** @param locations folders of classes or jars */
    static String of(List<Path> locations) {
        MessageDigest digest = Sha256.digest();
        for (Path location : locations) {
            try {
                addModule(location, digest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Sha256.hex(digest.digest());
    }

    private static Path locationOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes of %s lie nowhere".formatted(member), e);
        }
    }

    private static void addModule(Path location, MessageDigest digest) throws IOException {
        if (Files.isDirectory(location)) {
            addClasses(location, digest);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
                addClasses(jar.getPath("/"), digest);
            }
        }
    }

    private static void addClasses(Path root, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted((one, other) -> name(root, one).compareTo(name(root, other)))
                    .toList();
            for (Path file : classes) {
                digest.update(name(root, file).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    /** The same in a folder and in a jar. */
    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
