package org.cryptosmarttrader.prediction.stages;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/** What was traded: bars and trades out of all events. */
public final class MarketEvents {

    private MarketEvents() {}

    public static DataStream<EventBlock> of(DataStream<EventBlock> events) {
        return events.filter(block -> block.kind() == EventKind.BAR || block.kind() == EventKind.TRADE)
                .uid("market-events")
                .name("bars and trades");
    }
}
