package org.cryptosmarttrader.app.graph;

import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.Sources;

/** The same events in blocks cut at random. */
record Reblocked(Sources sources, long seed) implements Sources {

    @Override
    public DataStream<Arrival> events(StreamExecutionEnvironment env) {
        DataStream<Arrival> arrivals = sources.events(env);
        return arrivals.flatMap(new Cut(seed), arrivals.getType()).uid("reblocked");
    }

    private static final class Cut extends RichFlatMapFunction<Arrival, Arrival> {

        private static final long serialVersionUID = 1L;
        private final long seed;
        private transient Random random;

        private Cut(long seed) {
            this.seed = seed;
        }

        @Override
        public void open(OpenContext context) {
            random = new Random(seed + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        }

        @Override
        public void flatMap(Arrival arrival, Collector<Arrival> out) {
            EventBlock block = arrival.block();
            int from = 0;
            while (from < block.count()) {
                int until = from + 1 + random.nextInt(Math.min(7, block.count() - from));
                out.collect(Arrival.fromArchive(block.slice(from, until)));
                from = until;
            }
        }
    }
}
