package org.cryptosmarttrader.prediction.sources;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.flow.Arrival;

/** The beginning of the graph; the only thing besides the sinks in which a bounded and an unbounded run differ. */
public interface Sources {

    /** All events as they came, of all kinds but heartbeats, with their {@code availableAt} as time. */
    DataStream<Arrival> events(StreamExecutionEnvironment env);
}
