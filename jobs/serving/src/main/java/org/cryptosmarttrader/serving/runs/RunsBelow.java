package org.cryptosmarttrader.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.serving.report.BacktestReport;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Runs in a folder or a few below it. Links are not followed.
 *
 * @param folder to look in, there or not
 */
public record RunsBelow(Path folder) {

    /** Id of a run: its kind, and letters and digits of its settings' hash. */
    public static final String ID = "[a-z]{1,20}-[a-z0-9]{1,40}";

    private static final int DEEPEST = 3;

    /**
     * What was found.
     *
     * @param damaged folders whose manifest cannot be read, with the reason
     */
    public record Found(List<RunFolder> runs, List<Damaged> damaged) {}

    /** @param folder below the one looked in */
    public record Damaged(String folder, String why) {}

    /** All of them, by folder. */
    public Found find() throws IOException {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (Files.isDirectory(folder)) {
            find(folder, 0, found);
        }
        found.runs().sort(Comparator.comparing(RunFolder::root));
        return found;
    }

    private void find(Path at, int depth, Found found) throws IOException {
        if (RunFolder.isAt(at)) {
            try {
                found.runs().add(RunFolder.open(at));
            } catch (IOException e) {
                found.damaged().add(new Damaged(name(at), "its run.json cannot be read"));
            }
        } else if (depth < DEEPEST) {
            try (DirectoryStream<Path> below =
                    Files.newDirectoryStream(at, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
                for (Path next : below) {
                    find(next, depth + 1, found);
                }
            }
        }
    }

    /** The run of an id; the first by folder if copies of it lie there. */
    public Optional<RunFolder> run(String id) throws IOException {
        return find().runs().stream()
                .filter(run -> run.manifest().run().equals(id))
                .findFirst();
    }

    /** Where a run lies, below the folder looked in. */
    public String name(RunFolder run) {
        return name(run.root());
    }

    private String name(Path root) {
        return folder.relativize(root).toString();
    }

    /** The page of a run's report; empty if none was made. */
    public static Optional<Path> page(RunFolder run) {
        return Optional.of(run.root().resolve(BacktestReport.PAGE))
                .filter(page -> Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS));
    }

    /** The figures of a run's report; empty if none was made. */
    public static Optional<JsonNode> figures(RunFolder run) throws IOException {
        Path file = run.root().resolve(BacktestReport.JSON);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Json.read(file, JsonNode.class))
                : Optional.empty();
    }
}
