package org.cryptosmarttrader.serving.views;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB as an analyst has it, with the views of a run. */
final class AnalystDb implements AutoCloseable {

    private final Connection connection;

    private AnalystDb(Connection connection) {
        this.connection = connection;
    }

    static AnalystDb with(RunViews views) throws SQLException {
        AnalystDb db = new AnalystDb(DriverManager.getConnection("jdbc:duckdb:"));
        db.execute(views.sql());
        return db;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of an answer as text, a blank between their values. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(result.getObject(column)));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
