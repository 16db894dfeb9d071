package org.cryptosmarttrader.app.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** What a newcomer should know of what was just done, in words. */
final class QuickstartSummary {

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
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                new Column(11, 2, Column.Overflow.TRUNCATE),
                new Column(98, 0, Column.Overflow.WRAP));
        words("/horizons", table);
        for (String horizon : leftOut()) {
            table.addRowValues("left out", horizon);
        }
        words("/accounts/USD/lanes", table);
        table.addRowValues(
                "BTC/USD",
                "Bought and held over the same time: %.1f %%."
                        .formatted(100
                                * report.at("/accounts/USD/buyAndHold/figures/totalReturn")
                                        .asDouble()));
        table.addRowValues(
                "parity",
                "Files and Kafka gave the same, bit by bit: %,d rows with %,d finite values."
                        .formatted(sum("rows"), sum("values")));
        return "%nWhat came of it%n%s%n".formatted(table) + whereToLook();
    }

    private void words(String section, TextTable table) {
        for (Map.Entry<String, JsonNode> part : report.at(section).properties()) {
            part.getValue().get("words").forEach(word -> table.addRowValues(part.getKey(), word.asText()));
        }
    }

    private String whereToLook() {
        return "Open     %s%nQuery    FROM '%s' in DuckDB; beside verdicts: features, forecasts, …%nRepeat   each command as it would be typed: %s"
                .formatted(
                        out.resolve("backtest/report.html"),
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
