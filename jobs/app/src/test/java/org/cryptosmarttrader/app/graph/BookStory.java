package org.cryptosmarttrader.app.graph;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Execution;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.book.Rearm;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.prediction.stages.EventsOf;
import org.cryptosmarttrader.prediction.stages.KeepBook;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveScene;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.BookNotices;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * A made-up market that says nothing about markets: bitcoin costs 100, then 60, and every gate passes at every hour, so that
 * the lane GATED has orders. A venue reports what became of them, and persons re-arm what the loss closed.
 */
final class BookStory {

    static final int HOURS = 400;
    static final int CRASH = 101;
    static final int REARMED = 300;
    static final String PAIR = "BTC/USD";

    private static final TickGrid GRID = ArchiveScene.HOURLY;

    private final Path folder;
    private final GraphSettings settings;

    BookStory(Path folder) throws IOException {
        this.folder = folder;
        this.settings = GraphSettings.of(
                Configuration.read(
                        Answer.home().resolve("conf"),
                        Map.of(
                                "execution.broker",
                                "venue",
                                "risk.drawdown.max",
                                "0.05",
                                "risk.portfolio.allocation",
                                "none",
                                "strategy.use",
                                "forecast")),
                List.of(),
                tick(HOURS - 1));
        ArchiveScene bars = new ArchiveScene(market());
        for (int hour = 0; hour < HOURS; hour++) {
            bars.bar(PAIR, hour * TickGrid.HOUR, hour < CRASH ? 100 : 60);
        }
        bars.commit();
        AnnouncementArchive.add(said(), notices());
    }

    private Path market() {
        return folder.resolve("market");
    }

    private Path said() {
        return folder.resolve("said");
    }

    static long tick(int bar) {
        return GRID.tick(bar);
    }

    static String order(int bar, String side) {
        return "GATED:%s:%d:%s".formatted(PAIR, tick(bar), side);
    }

    /** In the order in which they count, which is not that in which they are written here. */
    private static List<EventBlock> notices() {
        List<EventBlock> notices = new ArrayList<>();
        String buy = order(0, "BUY");
        long first = tick(1) - TickGrid.MINUTE;
        notices.add(report(fill(buy, "T-2", "8", "100.25", "3.2"), 4, first));
        notices.add(report(fill(buy, "T-9", "8.1", "100.25", "3.2"), 3, first));
        notices.add(report(fill(buy, "T-1", "12", "100.5", "4.8"), 2, first));
        notices.add(report(fill(buy, "T-1", "12", "100.5", "4.8"), 1, first));
        notices.add(report(fill(order(7, "BUY"), "T-7", "1", "100", "0"), 5, first));
        String sell = order(CRASH, "SELL");
        notices.add(report(fill(sell, "T-3", "15", "59.5", "3.57"), 6, tick(CRASH + 1)));
        notices.add(report(
                Execution.end(sell, Execution.Outcome.CANCELLED, new BigDecimal("15"), "deadline"),
                7,
                tick(CRASH + 1)));
        notices.add(report(fill(order(CRASH + 1, "SELL"), "T-4", "5", "60", "1.2"), 8, tick(CRASH + 1) + 1));
        long again = tick(REARMED) - 5 * TickGrid.MINUTE;
        notices.add(rearm(Lane.RESEARCH, "USD", "B. Person", again + 1));
        notices.add(rearm(Lane.RESEARCH, "USD", "A. Person", again));
        notices.add(rearm(Lane.RESEARCH, "EUR", "A. Person", again + 2));
        // nothing is computed beyond the last tick
        notices.add(rearm(Lane.GATED, "USD", "A. Person", tick(HOURS - 1) + 1));
        return notices;
    }

    private static Execution fill(String order, String id, String quantity, String price, String fee) {
        return Execution.fill(order, id, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(fee));
    }

    private static EventBlock report(Execution execution, long sequence, long at) {
        byte[] hash = Sha256.of(String.join(" ", execution.words()).getBytes(StandardCharsets.UTF_8));
        return BookNotices.execution(execution, "kraken", PAIR, sequence, at - 20, at, hash);
    }

    private static EventBlock rearm(Lane lane, String quote, String name, long at) {
        return BookNotices.rearm(new Rearm(lane, quote, name, "it was looked into"), at, at);
    }

    /** All of it. */
    ArchiveSpan span() {
        return new ArchiveSpan(
                List.of(market().toString(), said().toString()),
                List.of(),
                List.of(),
                Long.MIN_VALUE,
                tick(HOURS - 1),
                GRID);
    }

    /** The same to be played. */
    TickReader ticks() throws IOException {
        return new TickReader(
                List.of(Archive.open(market()), Archive.open(said())),
                bucket -> true,
                pair -> true,
                Long.MIN_VALUE,
                tick(HOURS - 1),
                GRID);
    }

    /** What the book writes, and what it refuses. */
    DataStream<RowBatch> rows(Sources sources, StreamExecutionEnvironment env) {
        DataStream<EventBlock> events = sources.events(env)
                .map(Arrival::block, MessageType.of(EventBlock.class))
                .uid("blocks");
        DataStream<BookTick> market = events.flatMap(BookStory::market, MessageType.of(BookTick.class))
                .uid("market");
        DataStream<BookTick> forecasts = events.flatMap(BookStory::forecasts, MessageType.of(BookTick.class))
                .uid("forecasts");
        SingleOutputStreamOperator<RowBatch> book =
                KeepBook.of(forecasts, market, EventsOf.book(events, settings), settings);
        return book.union(book.getSideOutput(KeepBook.REFUSED));
    }

    private static void market(EventBlock block, Collector<BookTick> out) {
        if (block.kind() == EventKind.BAR) {
            for (int event = 0; event < block.count(); event++) {
                out.collect(tick(block, event, List.of(quote(block.value(event, EventKind.CLOSE))), List.of()));
            }
        }
    }

    private static void forecasts(EventBlock block, Collector<BookTick> out) {
        if (block.kind() == EventKind.BAR) {
            Signal rise = new Signal(PAIR, new Horizon(24), 0.7, 0.05, 0.1, 0.001, "NORMAL/SIDEWAYS", true, true);
            for (int event = 0; event < block.count(); event++) {
                out.collect(tick(block, event, List.of(), List.of(rise)));
            }
        }
    }

    private static BookTick tick(EventBlock block, int event, List<PairQuote> quotes, List<Signal> signals) {
        long tick = GRID.tickOf(block.availableAt(event));
        return new BookTick(tick, GRID.barAt(tick), quotes, signals);
    }

    private static PairQuote quote(double close) {
        double volume = 1_000_000 / close;
        return new PairQuote(
                PAIR, true, close, close, close, close, volume, 1_000_000, Double.NaN, Double.NaN, 0.006, 1_000_000, 0);
    }
}
