package org.cryptosmarttrader.prediction.sinks;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** The end of the graph; the only thing besides the sources in which a bounded and an unbounded run differ. */
public interface Sinks {

    /** Every event as it came, straight behind the source; recorded if it is not kept already. */
    void events(DataStream<Arrival> events);

    /** The rows of all datasets. */
    void rows(DataStream<RowBatch> rows);

    /** Several ends at once. */
    static Sinks all(List<Sinks> sinks) {
        return new Sinks() {
            @Override
            public void events(DataStream<Arrival> events) {
                sinks.forEach(sink -> sink.events(events));
            }

            @Override
            public void rows(DataStream<RowBatch> rows) {
                sinks.forEach(sink -> sink.rows(rows));
            }
        };
    }
}
