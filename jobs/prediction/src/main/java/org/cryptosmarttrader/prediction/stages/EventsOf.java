package org.cryptosmarttrader.prediction.stages;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.MessageType;

/** Events by what they are about. */
public final class EventsOf {

    private EventsOf() {}

    /** What happens to a pair: bars, trades and listings. */
    public static DataStream<EventBlock> market(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind().isTraded() || block.kind() == EventKind.LISTING)
                .uid("market-events")
                .name("bars, trades and listings");
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

    private static void announcements(EventBlock block, Collector<EventBlock> out) {
        if (block.kind() == EventKind.MODEL) {
            for (int event = 0; event < block.count(); event++) {
                out.collect(block.only(event));
            }
        }
    }
}
