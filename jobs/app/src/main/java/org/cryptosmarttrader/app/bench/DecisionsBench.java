package org.cryptosmarttrader.app.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.book.AccountSnapshot;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.book.TradeBook;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.portfolio.CloseHistory;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.stages.KeepBook;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/** What is done about the forecasts of a live tick, with every pair wanted in both lanes. */
record DecisionsBench() implements Bench {

    private static final int TIMED = 100;

    /** Volatility of an hour and quote volume, as of a middling pair. */
    private static final double VOLATILITY = 0.01;

    private static final double VOLUME = 1_000_000;

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public String unit() {
        return "ticks";
    }

    @Override
    public String meaning() {
        return "quotes of %d pairs and a forecast of each for every horizon handed to the trade book, which has a month of closes in mind, until the tick's last order and account has come out; every pair is wanted in both lanes, nine of ten forecasts rise; the loop asks the book without Flink; Flink alone moves what the book hears"
                .formatted(LiveMarket.PAIRS);
    }

    @Override
    public Ways over(Load load) {
        int pairs = Math.max(2, (int) Math.round(LiveMarket.PAIRS * load.share()));
        List<BookTick> ticks = ticks(pairs, load.plan().settings().memory().grid());
        long first = ticks.get(CloseHistory.RETURNS).tick() + 1;
        return new Ways(
                () -> graph(load, ticks, first),
                () -> loop(load.plan().settings().book(), ticks, first),
                () -> flink(load, ticks, first));
    }

    private static List<BookTick> ticks(int count, TickGrid grid) {
        List<GeneratedPair> pairs =
                IntStream.range(0, count).mapToObj(GeneratedPair::new).toList();
        SplittableRandom random = new SplittableRandom(471);
        List<BookTick> ticks = new ArrayList<>();
        for (long bar = 0; bar <= CloseHistory.RETURNS + TIMED; bar++) {
            List<PairQuote> quotes = new ArrayList<>();
            List<Signal> signals = new ArrayList<>();
            for (GeneratedPair pair : pairs) {
                quotes.add(quote(pair, pair.next(grid.start(bar), grid.intervalMillis())));
                if (bar > CloseHistory.RETURNS) {
                    Horizon.ALL.forEach(horizon -> signals.add(signal(pair.name(), horizon, random)));
                }
            }
            ticks.add(new BookTick(grid.tick(bar), bar, quotes, signals));
        }
        return ticks;
    }

    private static PairQuote quote(GeneratedPair pair, EventBlock bar) {
        if (bar == null) {
            return PairQuote.absent(pair.name(), VOLATILITY, VOLUME, 1);
        }
        double close = bar.value(0, EventKind.CLOSE);
        return new PairQuote(
                pair.name(),
                true,
                bar.value(0, EventKind.OPEN),
                bar.value(0, EventKind.HIGH),
                bar.value(0, EventKind.LOW),
                close,
                VOLUME / close,
                VOLUME,
                Double.NaN,
                Double.NaN,
                VOLATILITY,
                VOLUME,
                0);
    }

    private static Signal signal(String pair, Horizon horizon, SplittableRandom random) {
        boolean rises = random.nextInt(10) > 0;
        double volatility = VOLATILITY * Math.sqrt(horizon.hours());
        double expected = (rises ? 1 : -1) * (0.02 + volatility * random.nextDouble());
        return new Signal(
                pair, horizon, rises ? 0.6 : 0.4, expected, expected + volatility, volatility, "NORMAL/UP", true, true);
    }

    private static Ways.Done graph(Load load, List<BookTick> ticks, long first) throws Exception {
        Turns turns = new Turns(first);
        MemoryJob job = new MemoryJob(load.job().forLive());
        GraphSettings settings = load.plan().settings();
        DataStream<BookTick> heard = job.stream(series(ticks, turns), MessageType.of(BookTick.class));
        DataStream<BookTick> nothing = heard.filter(tick -> false);
        return job.run(KeepBook.of(heard, nothing, nothing, settings), turns, batch -> bits(batch, first));
    }

    private static long bits(RowBatch batch, long first) {
        boolean isAccount = batch.dataset().equals(Datasets.ACCOUNTS.dataset());
        if (!isAccount || batch.longs(0)[0] < first) {
            return 0;
        }
        long sum = 0;
        for (String equity : batch.strings(Datasets.ACCOUNTS.indexOf("equity"))) {
            sum += Bits.of(new BigDecimal(equity).doubleValue());
        }
        return sum;
    }

    private static Ways.Done loop(BookSettings settings, List<BookTick> ticks, long first) {
        Turns turns = new Turns(first);
        TradeBook book = new TradeBook(settings);
        long sum = 0;
        for (BookTick tick : ticks) {
            turns.begin(tick.tick());
            List<AccountSnapshot> accounts = book.onTick(tick).accounts();
            turns.end(tick.tick());
            for (AccountSnapshot account : accounts) {
                sum += tick.tick() < first ? 0 : Bits.of(account.equity().doubleValue());
            }
        }
        long bits = sum;
        return new Ways.Done(turns.millis().length, () -> bits, turns.millis());
    }

    private static Ways.Done flink(Load load, List<BookTick> ticks, long first) throws Exception {
        Turns turns = new Turns(first);
        MemoryJob job = new MemoryJob(load.job().forLive());
        return job.run(job.stream(series(ticks, turns), MessageType.of(BookTick.class)), turns, tick -> 0);
    }

    private static Series<BookTick> series(List<BookTick> ticks, Turns turns) {
        return new Series<>(ticks.size(), number -> ticks.get((int) number).tick(), number -> {
            BookTick tick = ticks.get((int) number);
            turns.begin(tick.tick());
            return List.of(tick);
        });
    }
}
