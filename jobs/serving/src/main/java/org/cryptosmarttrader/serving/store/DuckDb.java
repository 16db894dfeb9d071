package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB in this process, in memory; it holds nothing and reads Parquet files. Some statements run side by side, others wait.
 * Safe for use by many threads.
 *
 * <p>It loads no extension and opens no address; which files it reads is decided by this program alone.
 */
final class DuckDb implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final long SECONDS_TO_WAIT = 30;

    private final DuckDBConnection database;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(AT_ONCE);

    DuckDb() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", "1GB");
        database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = database.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            statement.execute("SET GLOBAL parquet_metadata_cache = true");
        }
        for (int i = 0; i < AT_ONCE; i++) {
            idle.add(database.duplicate());
        }
    }

    /** Reads an answer: instants as {@link Instant}, NaN as null. */
    void read(Sql sql, RowReader reader) throws IOException, SQLException, InterruptedException {
        with(connection -> {
            try (PreparedStatement statement = prepared(connection, sql);
                    ResultSet result = statement.executeQuery()) {
                List<String> columns = columns(result.getMetaData());
                while (result.next()) {
                    List<Object> row = new ArrayList<>(columns.size());
                    for (int column = 1; column <= columns.size(); column++) {
                        row.add(value(result.getObject(column)));
                    }
                    reader.read(columns, row);
                }
                return null;
            }
        });
    }

    /** Writes an answer to a file. */
    void toParquet(Sql sql, Path file) throws IOException, SQLException, InterruptedException {
        Sql copy = new Sql("COPY (");
        copy.add(sql.text(), sql.parameters().toArray());
        copy.add(") TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(quoted(file)));
        with(connection -> {
            try (PreparedStatement statement = prepared(connection, copy)) {
                return statement.execute();
            }
        });
    }

    /** Runs a statement without an answer. */
    void execute(String sql) throws IOException, SQLException, InterruptedException {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Files as a table of a statement. */
    static String table(List<Path> files) {
        return files.stream()
                .map(DuckDb::quoted)
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
    }

    /** A path as a text of a statement. */
    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    private static PreparedStatement prepared(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        int number = 1;
        for (Object parameter : sql.parameters()) {
            statement.setObject(number++, parameter);
        }
        return statement;
    }

    private static List<String> columns(ResultSetMetaData result) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            columns.add(result.getColumnLabel(column));
        }
        return columns;
    }

    private static Object value(Object read) throws SQLException {
        if (read instanceof OffsetDateTime instant) {
            return instant.toInstant();
        }
        if (read instanceof Double number) {
            return number.isNaN() ? null : number;
        }
        if (read instanceof java.sql.Array array) {
            List<Object> values = new ArrayList<>();
            for (Object element : (Object[]) array.getArray()) {
                values.add(value(element));
            }
            return values;
        }
        return read;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws IOException, SQLException;
    }

    private <T> T with(Work<T> work) throws IOException, SQLException, InterruptedException {
        Connection connection = idle.poll(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        if (connection == null) {
            throw new SQLException("all connections were busy for %d s".formatted(SECONDS_TO_WAIT));
        }
        try {
            return work.on(connection);
        } finally {
            idle.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
        database.close();
    }
}
