package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cryptosmarttrader.serving.views.RunViews;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The page for analysts with what a run answers now below each of its queries. */
final class AnalystsPage {

    private static final Pattern QUERY = Pattern.compile("(```sql\n(.*?);\n```\n\n```text\n).*?(```)", Pattern.DOTALL);

    private AnalystsPage() {}

    static String answered(String page, Path run) throws IOException, SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = db.createStatement()) {
            statement.execute(RunViews.of(RunFolder.open(run)).sql());
            StringBuilder answered = new StringBuilder();
            Matcher query = QUERY.matcher(page);
            while (query.find()) {
                String block = query.group(1) + table(answer(statement, query.group(2))) + query.group(3);
                query.appendReplacement(answered, Matcher.quoteReplacement(block));
            }
            return query.appendTail(answered).toString();
        }
    }

    /** Names and then values, as DuckDB writes them. */
    private static List<List<String>> answer(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT COLUMNS(*)::VARCHAR FROM (%s)".formatted(query))) {
            int width = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                names.add(result.getMetaData().getColumnLabel(column));
            }
            rows.add(names);
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    String value = result.getString(column);
                    row.add(value == null ? "NULL" : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String table(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .getAsInt())
                .toArray();
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(("%-" + widths[column] + "s  ").formatted(row.get(column)));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
