package org.cryptosmarttrader.app.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What DuckDB makes of an archive's files by the scripts beside this class, compared with datasets made of the same archive. */
final class DuckDbOracle implements AutoCloseable {

    private static final String COMPARE = """
            SELECT count(*) FILTER (a IS NOT NULL AND b IS NOT NULL), count(*) FILTER (a IS NULL AND b IS NULL),
                   count(*) FILTER (a IS NOT NULL AND b IS NULL), count(*) FILTER (a IS NULL AND b IS NOT NULL),
                   coalesce(max(abs(a - b) / greatest(abs(a), abs(b), typical)) FILTER (a != b), 0)
            FROM (SELECT CASE WHEN NOT isnan(ours."%1$s") THEN ours."%1$s" END AS a,
                         CASE WHEN NOT isnan(value::DOUBLE) THEN value::DOUBLE END AS b,
                         avg(abs(CASE WHEN NOT isnan(value::DOUBLE) THEN value::DOUBLE END)) OVER () AS typical
                  FROM ours JOIN (%2$s) AS oracle USING (pair, tick))
            """;

    private final Connection connection;

    private DuckDbOracle(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads both and computes everything.
     *
     * @param archive folder of the events
     * @param datasets folders of runs over it
     */
    static DuckDbOracle of(Path archive, List<Path> datasets) throws SQLException, IOException {
        DuckDbOracle oracle = new DuckDbOracle(DriverManager.getConnection("jdbc:duckdb:"));
        oracle.execute("SET VARIABLE archive = '%s'".formatted(archive));
        oracle.execute("SET VARIABLE datasets = %s".formatted(files(datasets)));
        for (String script : List.of("rows", "bars", "market", "facts")) {
            oracle.run(script);
        }
        return oracle;
    }

    private static List<String> files(List<Path> datasets) {
        return datasets.stream()
                .map(folder -> "'%s/features/*/*/*.parquet'".formatted(folder))
                .toList();
    }

    private void run(String script) throws SQLException, IOException {
        try (var in = DuckDbOracle.class.getResourceAsStream("/oracle/" + script + ".sql")) {
            for (String statement : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\R")) {
                if (!statement.isBlank()) {
                    execute(statement);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Number of rows of the datasets. */
    long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM ours")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Every column that SQL says, compared over every row of the datasets. */
    List<Agreement> agreements() throws SQLException {
        List<Agreement> agreements = new ArrayList<>();
        for (Map.Entry<String, String> query : SqlColumns.queries().entrySet()) {
            agreements.add(agreement(query.getKey(), query.getValue()));
        }
        return agreements;
    }

    private Agreement agreement(String column, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMPARE.formatted(column, query))) {
            row.next();
            return new Agreement(
                    column, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getDouble(5));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
