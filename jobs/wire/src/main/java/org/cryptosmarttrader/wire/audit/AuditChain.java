package org.cryptosmarttrader.wire.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;
import org.cryptosmarttrader.wire.WholeFile;

/**
 * The files of one writer's audit log: JSON lines by UTC day, {@code 2026-03-01.jsonl}, that form one chain over all days, and
 * {@code head.json} with the last line and the head behind it. The head is written first: a line that a crash kept from its
 * file is in the head, and the next start adds it.
 */
public final class AuditChain {

    static final String HEAD = "head.json";
    static final String SUFFIX = ".jsonl";

    /**
     * Behind the last line.
     *
     * @param lines number of lines of all days
     * @param hash hexadecimal
     * @param day of the last line
     * @param line the last line
     */
    record Head(
            long lines,
            @Required String hash,
            @Required String day,
            @Required String line) {

        static Head genesis() {
            return new Head(0, Sha256.hex(HashChain.genesis()), "", "");
        }

        Head next(String nextDay, String text) {
            return new Head(lines + 1, Sha256.hex(HashChain.next(Sha256.parse(hash), text)), nextDay, text);
        }
    }

    /**
     * A chain that is whole.
     *
     * @param lines number of them
     * @param head hexadecimal
     */
    public record Whole(long lines, String head) {}

    private AuditChain() {}

    /**
     * Checks every line.
     *
     * @param folder of one writer
     * @throws IOException if a line was altered, removed, added or reordered; names the first file and line where it shows
     */
    public static Whole verify(Path folder) throws IOException {
        Head known = head(folder);
        Head now = Head.genesis();
        for (Path file : files(folder)) {
            String day = day(file);
            List<String> lines = WholeFile.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                String previous = previous(file, i + 1, lines.get(i));
                if (!previous.equals(now.hash())) {
                    throw broken(
                            file,
                            i + 1,
                            "it does not follow from the line before: one of the two was altered, or one between them removed");
                }
                now = now.next(day, lines.get(i));
            }
        }
        // a crash between head and line leaves the line in the head alone
        boolean isWaiting = now.next(known.day(), known.line()).equals(known);
        if (!now.equals(known) && !isWaiting) {
            throw new IOException(
                    "audit log %s: holds %d lines and ends with %s, its head was made behind %d with %s: the last lines were altered, cut off or added"
                            .formatted(folder, now.lines(), now.hash(), known.lines(), known.hash()));
        }
        return new Whole(known.lines(), known.hash());
    }

    private static String previous(Path file, int number, String line) throws IOException {
        try {
            return previous(line);
        } catch (IOException e) {
            throw broken(file, number, e.getMessage());
        }
    }

    /** What the line says was the head before it. */
    static String previous(String line) throws IOException {
        try {
            String previous = Json.mapper().readTree(line).path("previous").asText();
            Sha256.parse(previous);
            return previous;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("it is no line of an audit log (%s)".formatted(e.getMessage()), e);
        }
    }

    private static IOException broken(Path file, int number, String what) {
        return new IOException("audit log %s, line %d: %s; compare it with a backup".formatted(file, number, what));
    }

    static Head head(Path folder) throws IOException {
        Path file = folder.resolve(HEAD);
        if (Files.exists(file)) {
            return sound(Json.read(file, Head.class), file);
        }
        if (!files(folder).isEmpty()) {
            throw new IOException("audit log %s: %s is missing; restore it from a backup".formatted(folder, HEAD));
        }
        return Head.genesis();
    }

    /** The day names a file, and the hash is gone on from. */
    private static Head sound(Head head, Path file) throws IOException {
        boolean isBegun = head.lines() > 0 && head.day().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        if (!head.hash().matches("[0-9a-f]{64}") || !isBegun && !head.equals(Head.genesis())) {
            throw new IOException("audit log %s: it holds no head; restore it from a backup".formatted(file));
        }
        return head;
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String day(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }
}
