package org.cryptosmarttrader.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;

/** A folder of market files and an archive to import them into, by command. */
public final class Marketplace {

    /** 2021-03-15 00:00 UTC, in seconds: a Monday. */
    private static final long START = 1_615_766_400L;

    private final Path input;
    private final Path archive;

    public Marketplace(Path folder) {
        this.input = folder.resolve("input");
        this.archive = folder.resolve("archive");
    }

    public Path input() {
        return input;
    }

    public Path archive() {
        return archive;
    }

    public Marketplace file(String name, String... lines) throws IOException {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public Marketplace bytes(String name, byte[] content) throws IOException {
        Files.createDirectories(input);
        Files.write(input.resolve(name), content);
        return this;
    }

    /** Kraken's line of a bar some hours after 2021-03-15 00:00. */
    public static String bar(long hours) {
        return "%d,10,12,9,11,5,7".formatted(START + hours * 3600);
    }

    public static String[] bars(int hours) {
        return LongStream.range(0, hours).mapToObj(Marketplace::bar).toArray(String[]::new);
    }

    /** Types cst import over all input files, with more words. */
    public Answer imports(String... more) {
        List<String> words =
                new ArrayList<>(List.of("import", "--from", input.toString(), "--archive", archive.toString()));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    /** Types cst import over all input files as Kraken's bars. */
    public Answer importsBars(String... more) {
        return imports(Stream.concat(Stream.of("--format", "kraken-ohlcvt"), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Every file of the archive with the hash of its bytes, its lock aside. */
    public Map<String, String> archiveBytes() throws IOException {
        if (!Files.exists(archive)) {
            return Map.of();
        }
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.endsWith("_lock"))
                    .collect(Collectors.toMap(
                            file -> archive.relativize(file).toString(), Marketplace::hash, (a, b) -> a, TreeMap::new));
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.hex(Sha256.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
