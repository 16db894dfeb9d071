package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Notice;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.time.TickGrid;

/** Events by what they are about. */
public final class EventsOf {

    private EventsOf() {}

    /** What happens to a pair: bars, trades, quotes and listings. */
    public static DataStream<EventBlock> market(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind().isOfPair())
                .uid("market-events")
                .name("bars, trades, quotes and listings");
    }

    /** What is known beside prices: texts, transfers, metrics, and which feeds were listened to. */
    public static DataStream<EventBlock> facts(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind().isFact()).uid("fact-events").name("texts, transfers, metrics");
    }

    /** Models announced for use, one by one. */
    public static DataStream<EventBlock> models(DataStream<EventBlock> events) {
        return events.flatMap(EventsOf::announcements, MessageType.of(EventBlock.class))
                .uid("model-events")
                .name("announced models");
    }

    /** What is said to the trade book, each event at the tick at which it counts; none beyond the last tick. */
    public static DataStream<BookTick> book(DataStream<EventBlock> events, GraphSettings settings) {
        return events.flatMap(new SaidToTheBook(settings.grid(), settings.until()), MessageType.of(BookTick.class))
                .uid("book-events")
                .name("re-armings, executions at a venue");
    }

    /** One event after another, filed under its tick. */
    private record SaidToTheBook(TickGrid grid, long until) implements FlatMapFunction<EventBlock, BookTick> {

        @Override
        public void flatMap(EventBlock block, Collector<BookTick> out) {
            if (!block.kind().isForBook()) {
                return;
            }
            for (int event = 0; event < block.count(); event++) {
                long tick = grid.tickOf(block.availableAt(event));
                if (tick <= until) {
                    List<Notice> notices = List.of(Notice.of(block, event));
                    out.collect(new BookTick(tick, grid.barAt(tick), List.of(), List.of(), notices));
                }
            }
        }
    }

    private static void announcements(EventBlock block, Collector<EventBlock> out) {
        if (block.kind() == EventKind.MODEL) {
            for (int event = 0; event < block.count(); event++) {
                out.collect(block.only(event));
            }
        }
    }
}
