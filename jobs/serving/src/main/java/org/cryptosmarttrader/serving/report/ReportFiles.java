package org.cryptosmarttrader.serving.report;

import static org.cryptosmarttrader.wire.rows.ColumnSpec.instant;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.number;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.text;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.serving.plot.Series;
import org.cryptosmarttrader.wire.parquet.WholeParquet;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** The tables of a report as Parquet files, for programs that count on: worth over time, sales, returns. */
final class ReportFiles {

    /** Folder beside the datasets; it is none of them. */
    static final String FOLDER = "report";

    private static final ColumnSpec QUOTE = text("quote", "currency of the account");
    private static final ColumnSpec LANE = text("lane", "GATED or RESEARCH");

    static final RowSchema EQUITY = new RowSchema(
            "equity",
            List.of(
                    instant("at", "tick"),
                    QUOTE,
                    text("account", "GATED, RESEARCH, buy and hold or equal weight"),
                    number("growth", "multiple", "worth after costs over that at the first tick"),
                    number("drawdown", "fraction", "loss since the highest worth so far, 0 or negative")),
            List.of("quote", "account", "at"),
            "at");

    static final RowSchema TRADES = new RowSchema(
            "trades",
            List.of(
                    instant("sold_at", "tick of the sale"),
                    QUOTE,
                    LANE,
                    text("pair", "canonical pair"),
                    text("quantity", "base, decimal: sold"),
                    text("cost", "quote, decimal: of what was sold, fees of its purchase included"),
                    text("profit", "quote, decimal: after all costs"),
                    number("total_return", "fraction", "profit over cost"),
                    number("hours_held", "h", "mean by quantity, the oldest lots first; NaN if they are not known")),
            List.of("quote", "lane", "pair", "sold_at"),
            "sold_at");

    static final RowSchema RETURNS = new RowSchema(
            "returns",
            List.of(
                    instant("until", "last tick counted"),
                    QUOTE,
                    LANE,
                    text("kind", "what returns are told apart by, e.g. month"),
                    text("value", "its value at the earlier tick of each period, e.g. 2021-03"),
                    whole("periods", "count", "from one tick to the next"),
                    text("profit", "quote, decimal: change of equity over them"),
                    number("total_return", "fraction", "compounded over them alone")),
            List.of("quote", "lane", "kind", "value"),
            "until");

    private final RowBuilder equity = new RowBuilder(EQUITY);
    private final RowBuilder trades = new RowBuilder(TRADES);
    private final RowBuilder returns = new RowBuilder(RETURNS);
    private final long until;

    private ReportFiles(RunReport report) {
        this.until = Instant.parse(report.until()).toEpochMilli();
        report.accounts().forEach(this::add);
    }

    /** Writes the files in place of earlier ones; the same report makes the same bytes. */
    static void write(Path root, RunReport report) throws IOException {
        ReportFiles files = new ReportFiles(report);
        for (RowBuilder table : List.of(files.equity, files.trades, files.returns)) {
            Path file = root.resolve(FOLDER).resolve(table.schema().dataset() + ".parquet");
            WholeParquet.replace(file, table.schema(), table.build());
        }
    }

    private void add(String quote, QuoteReport accounts) {
        accounts.lanes().forEach((lane, account) -> {
            add(quote, lane, account.curve());
            account.trips().forEach(trip -> add(quote, lane, trip));
            account.returns()
                    .forEach((kind, parts) -> parts.forEach((value, part) -> add(quote, lane, kind, value, part)));
        });
        add(quote, "buy and hold", accounts.buyAndHold().curve());
        add(quote, "equal weight", accounts.equalWeight().curve());
    }

    private void add(String quote, String account, Curve curve) {
        Series growth = curve.growth(account, "");
        Series drawdown = curve.drawdown(account, "");
        for (int i = 0; i < curve.times().length; i++) {
            equity.row()
                    .set(0, curve.times()[i])
                    .set(1, quote)
                    .set(2, account)
                    .set(3, growth.values()[i])
                    .set(4, drawdown.values()[i]);
        }
    }

    private void add(String quote, String lane, RoundTrip trip) {
        trades.row()
                .set(0, trip.soldAt())
                .set(1, quote)
                .set(2, lane)
                .set(3, trip.pair())
                .set(4, trip.quantity().toPlainString())
                .set(5, trip.cost().toPlainString())
                .set(6, trip.profit().toPlainString())
                .set(7, trip.share())
                .set(8, trip.hoursHeld());
    }

    private void add(String quote, String lane, String kind, String value, ReturnsBy.Part part) {
        returns.row()
                .set(0, until)
                .set(1, quote)
                .set(2, lane)
                .set(3, kind)
                .set(4, value)
                .set(5, part.periods())
                .set(6, part.profit())
                .set(7, part.totalReturn());
    }
}
