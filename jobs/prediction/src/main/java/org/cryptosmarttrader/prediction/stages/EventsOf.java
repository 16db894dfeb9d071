package org.cryptosmarttrader.prediction.stages;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;

/** Events by what they are about. */
public final class EventsOf {

    private EventsOf() {}

    /** What came, wherever it came from. */
    public static DataStream<EventBlock> arrivals(DataStream<Arrival> arrivals) {
        return arrivals.map(Arrival::block, MessageType.of(EventBlock.class))
                .uid("events")
                .name("events: blocks");
    }

    /** What was traded: bars and trades. */
    public static DataStream<EventBlock> market(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind() == EventKind.BAR || block.kind() == EventKind.TRADE)
                .uid("market-events")
                .name("bars and trades");
    }

    /** Models announced for use. */
    public static DataStream<EventBlock> models(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind() == EventKind.MODEL)
                .uid("model-events")
                .name("announced models");
    }
}
