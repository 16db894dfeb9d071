package org.cryptosmarttrader.app.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.Sources;

/** The same events, but the job dies on the first event behind its second checkpoint. */
record FailingOnce(Sources sources) implements Sources {

    /** How often a job died of it; shared by all subtasks of this process. */
    static final AtomicInteger DEATHS = new AtomicInteger();

    @Override
    public DataStream<Arrival> events(StreamExecutionEnvironment env) {
        DataStream<Arrival> arrivals = sources.events(env);
        return arrivals.map(new Trap(), arrivals.getType()).uid("trap");
    }

    private static final class Trap extends RichMapFunction<Arrival, Arrival> implements CheckpointListener {

        private static final long serialVersionUID = 1L;
        private transient int checkpoints;

        @Override
        public Arrival map(Arrival arrival) throws InterruptedException {
            if (checkpoints < 2) {
                // slowly, or a short run is over before its second checkpoint
                TimeUnit.MILLISECONDS.sleep(2);
            }
            if (checkpoints >= 2 && DEATHS.compareAndSet(0, 1)) {
                throw new IllegalStateException("death on purpose, with work in flight");
            }
            return arrival;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            checkpoints++;
        }
    }
}
