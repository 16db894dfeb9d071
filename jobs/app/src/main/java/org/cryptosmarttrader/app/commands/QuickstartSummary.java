package org.cryptosmarttrader.app.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a newcomer should know of what was just done, in words. */
final class QuickstartSummary {

    private static final int WIDTH = 108;

    private final Path out;
    private final JsonNode report;
    private final JsonNode parity;

    /** @param out folder of a quickstart whose steps are done */
    QuickstartSummary(Path out) throws IOException {
        ObjectMapper json = new ObjectMapper();
        this.out = out;
        this.report = json.readTree(out.resolve("backtest/report.json").toFile());
        this.parity = json.readTree(lastLine(out.resolve("log/6-parity.txt")));
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.get(lines.size() - 1);
    }

    /** The summary, wrapped to the width of a terminal. */
    String text() throws IOException {
        List<String> lines = new ArrayList<>();
        words("/horizons", lines);
        for (String horizon : leftOut()) {
            say("left out", horizon, lines);
        }
        words("/accounts/USD/lanes", lines);
        say(
                "BTC/USD",
                "Bought and held over the same time: %s; all pairs in equal parts: %s; flat: %s."
                        .formatted(made("buyAndHold"), made("equalWeight"), made("flat")),
                lines);
        say(
                "parity",
                "Files and Kafka gave the same, bit by bit: %,d rows with %,d finite values."
                        .formatted(sum("rows"), sum("values")),
                lines);
        return "%nWhat came of it%n%s%n%n".formatted(String.join(System.lineSeparator(), lines)) + whereToLook();
    }

    private String made(String benchmark) {
        JsonNode made = report.at("/accounts/USD/%s/figures/totalReturn".formatted(benchmark));
        return made.isNumber() ? "%.1f %%".formatted(100 * made.asDouble()) : "unknown";
    }

    private void words(String section, List<String> lines) {
        for (Map.Entry<String, JsonNode> part : report.at(section).properties()) {
            part.getValue().get("words").forEach(word -> say(part.getKey(), word.asText(), lines));
        }
    }

    /** Breaks at blanks only: a table of picocli's breaks a number at its point. */
    private static void say(String what, String words, List<String> lines) {
        StringBuilder line = new StringBuilder("  %-8s".formatted(what));
        for (String word : words.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(10));
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }

    private String whereToLook() {
        return "Open     %s%nShow     ./cst serve --run %s%nQuery    FROM '%s' in DuckDB; beside verdicts: features, forecasts, …%nRepeat   each command as it would be typed: %s"
                .formatted(
                        out.resolve("backtest/report.html"),
                        out.resolve("backtest"),
                        out.resolve("backtest/verdicts/*/*/*.parquet"),
                        out.resolve("log"));
    }

    private List<String> leftOut() throws IOException {
        return Files.readAllLines(out.resolve("log/2-dataset.txt")).stream()
                .filter(line -> line.startsWith("left out: "))
                .map(line -> line.substring("left out: ".length()))
                .toList();
    }

    private long sum(String figure) {
        long sum = 0;
        for (JsonNode dataset : parity.get("datasets")) {
            sum += dataset.get(figure).asLong();
        }
        return sum;
    }
}
