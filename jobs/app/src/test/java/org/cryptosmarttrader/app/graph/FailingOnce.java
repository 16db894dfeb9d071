package org.cryptosmarttrader.app.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.sources.Sources;

/** The same events, but the job dies on the first event behind its second checkpoint. */
record FailingOnce(Sources sources) implements Sources {

    /** How often a job died of it; shared by all subtasks of this process. */
    static final AtomicInteger DEATHS = new AtomicInteger();

    @Override
    public DataStream<EventBlock> events(StreamExecutionEnvironment env) {
        DataStream<EventBlock> blocks = sources.events(env);
        return blocks.map(new Trap(), blocks.getType()).uid("trap");
    }

    private static final class Trap extends RichMapFunction<EventBlock, EventBlock> implements CheckpointListener {

        private static final long serialVersionUID = 1L;
        private transient int checkpoints;

        @Override
        public EventBlock map(EventBlock block) throws InterruptedException {
            if (checkpoints < 2) {
                // slowly, or a short run is over before its second checkpoint
                TimeUnit.MILLISECONDS.sleep(2);
            }
            if (checkpoints >= 2 && DEATHS.compareAndSet(0, 1)) {
                throw new IllegalStateException("death on purpose, with work in flight");
            }
            return block;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            checkpoints++;
        }
    }
}
