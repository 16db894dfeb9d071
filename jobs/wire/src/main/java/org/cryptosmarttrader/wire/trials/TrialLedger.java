package org.cryptosmarttrader.wire.trials;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;
import org.cryptosmarttrader.wire.WholeFile;

/**
 * The list of trials in a folder: JSON lines, each of which names the head of the chain before it, and beside them the head
 * behind the last. Lines are only ever added. One program adds at a time, others wait; readers need no lock.
 */
public final class TrialLedger {

    /** Folder of the ledger in an archive. */
    public static final String FOLDER = "trials";

    /** The lines. */
    public static final String LINES = "trials.jsonl";

    private static final String HEAD = "head.json";
    private static final String LOCK = "_lock";

    private final Path folder;

    /** A line: its number from 1, the head before it, and the trial. */
    private record Line(
            int number, @Required String previous, @Required Trial trial) {}

    /** How many lines there are, and the head behind the last. */
    private record Head(int lines, @Required String head) {}

    /**
     * The ledger as it was read.
     *
     * @param lines number of them
     * @param head behind the last, hexadecimal
     * @param trials each once, the newest line of each, in the order of their first
     */
    public record Content(int lines, String head, List<Trial> trials) {

        public Content {
            trials = List.copyOf(trials);
        }
    }

    /** @param folder that holds the ledger, or will */
    public TrialLedger(Path folder) {
        this.folder = folder;
    }

    /** The ledger that travels with an archive. */
    public static TrialLedger ofArchive(Path archive) {
        return new TrialLedger(archive.resolve(FOLDER));
    }

    public Path folder() {
        return folder;
    }

    /** Where the returns of a trial lie. */
    public Path returns(String file) {
        return folder.resolve("returns").resolve(file);
    }

    /**
     * Looks whether a trial can be added, before the work is done that would be lost to it.
     *
     * @throws IOException if the folder cannot be written, or the ledger is damaged
     */
    public void requireWritable() throws IOException {
        try (Lock lock = lock()) {
            read();
        }
    }

    /**
     * Adds a trial, unless it stands there already, unchanged.
     *
     * @return the ledger with it
     * @throws IOException if the ledger is damaged or cannot be written; it is then as it was
     */
    public Content add(Trial trial) throws IOException {
        try (Lock lock = lock()) {
            Content before = read();
            if (before.trials().contains(trial)) {
                return before;
            }
            String line = Json.write(new Line(before.lines() + 1, before.head(), trial));
            String head = next(before.head(), line);
            String lines = before.lines() == 0 ? "" : Files.readString(folder.resolve(LINES));
            WholeFile.replace(folder.resolve(LINES), lines + line + "\n");
            Json.replace(folder.resolve(HEAD), new Head(before.lines() + 1, head));
            return read();
        }
    }

    /**
     * Reads the ledger and checks its chain and the hashes of its returns.
     *
     * @return without lines if there is none
     * @throws IOException if a line was altered, removed or added from outside, or returns are missing or altered; names the
     *     first
     */
    public Content read() throws IOException {
        List<String> lines = Files.exists(folder.resolve(LINES)) ? WholeFile.lines(folder.resolve(LINES)) : List.of();
        String head = Sha256.hex(HashChain.genesis());
        List<String> heads = new ArrayList<>(List.of(head));
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = line(lines.get(i), i + 1);
            if (line.number() != i + 1) {
                throw damaged(
                        "line %d says it is number %d: a line was removed or added".formatted(i + 1, line.number()));
            }
            if (!head.equals(line.previous())) {
                throw damaged("line %d does not follow from line %d: one of the two was altered".formatted(i + 1, i));
            }
            requireReturns(line);
            trials.put(line.trial().id(), line.trial());
            head = next(head, lines.get(i));
            heads.add(head);
        }
        requireHead(heads);
        return new Content(lines.size(), head, List.copyOf(trials.values()));
    }

    /** A program that ended between line and head leaves one line more than the head knows; it stands. */
    private void requireHead(List<String> heads) throws IOException {
        if (!Files.exists(folder.resolve(HEAD))) {
            if (heads.size() > 2) {
                throw damaged("%s is missing".formatted(HEAD));
            }
            return;
        }
        Head known = Json.read(folder.resolve(HEAD), Head.class);
        int lines = heads.size() - 1;
        if (known.lines() > lines || known.lines() < lines - 1) {
            throw damaged("it holds %d lines, its head was made of %d: lines were cut off or added"
                    .formatted(lines, known.lines()));
        }
        if (!heads.get(known.lines()).equals(known.head())) {
            throw damaged("line %d or its head was altered".formatted(known.lines()));
        }
    }

    private void requireReturns(Line line) throws IOException {
        Trial trial = line.trial();
        if (trial.returns() == null) {
            return;
        }
        Path file = returns(trial.returns());
        if (!Files.exists(file)) {
            throw damaged("returns of line %d (%s) are missing".formatted(line.number(), trial.returns()));
        }
        if (!Sha256.hex(Sha256.of(Files.readAllBytes(file))).equals(trial.returnsSha256())) {
            throw damaged("returns of line %d (%s) were altered".formatted(line.number(), trial.returns()));
        }
    }

    private Line line(String text, int number) throws IOException {
        try {
            return Json.read(text, Line.class, "line " + number);
        } catch (IOException e) {
            throw damaged("line %d is no trial (%s)".formatted(number, e.getMessage()));
        }
    }

    private static String next(String head, String line) {
        return Sha256.hex(HashChain.next(Sha256.parse(head), line));
    }

    private IOException damaged(String what) {
        return new IOException(
                "trial ledger %s: %s; restore it from a backup, or keep another with --trials DIR and say so beside every result"
                        .formatted(folder.resolve(LINES), what));
    }

    /** The right to add: waits for another program, as adding is short. */
    private Lock lock() throws IOException {
        try {
            Files.createDirectories(folder);
            return new Lock(folder.resolve(LOCK));
        } catch (IOException e) {
            throw new IOException(
                    "trial ledger %s: cannot be written (%s), so what is tried could not be recorded; make the folder writable, or name another with --trials DIR"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static final class Lock implements AutoCloseable {

        /** File locks are held by programs, not by threads. */
        private static final ReentrantLock THREADS = new ReentrantLock();

        private final FileChannel channel;
        private final FileLock held;

        Lock(Path file) throws IOException {
            THREADS.lock();
            try {
                this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                this.held = channel.lock();
            } catch (IOException e) {
                THREADS.unlock();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            try {
                held.release();
                channel.close();
            } finally {
                THREADS.unlock();
            }
        }
    }
}
