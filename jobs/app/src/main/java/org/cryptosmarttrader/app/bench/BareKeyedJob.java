package org.cryptosmarttrader.app.bench;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.MessageType;

/** What Flink costs by itself: every record through one exchange, one key and one number of state. */
final class BareKeyedJob<T> extends KeyedProcessFunction<String, T, Long> {

    private static final long serialVersionUID = 1L;
    private static final ValueStateDescriptor<Long> SEEN = new ValueStateDescriptor<>("seen", Types.LONG);

    private transient ValueState<Long> seen;

    BareKeyedJob() {}

    /** Sends a series through the job. */
    static <T> Ways.Done run(Load load, Series<T> series, TypeInformation<T> type, KeySelector<T, String> key)
            throws Exception {
        MemoryJob job = new MemoryJob(load.job());
        return run(job, job.stream(series, type), key);
    }

    /** Sends the blocks of a load through the job. */
    static Ways.Done run(Load load) throws Exception {
        return run(load, blocks(load), MessageType.of(EventBlock.class), EventBlock::pair);
    }

    static <T> Ways.Done run(MemoryJob job, DataStream<T> records, KeySelector<T, String> key) throws Exception {
        return job.run(
                records.keyBy(key, Types.STRING).process(new BareKeyedJob<>(), Types.LONG), seen -> 1, seen -> 0);
    }

    /** The events of a load, tick by tick. */
    static Series<EventBlock> blocks(Load load) throws Exception {
        List<Series.Step<EventBlock>> steps = load.ticks().stream()
                .map(tick -> new Series.Step<>(tick.tick(), tick.blocks()))
                .toList();
        return Series.of(steps);
    }

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getState(SEEN);
    }

    @Override
    public void processElement(T record, Context context, Collector<Long> out) throws Exception {
        Long before = seen.value();
        long now = before == null ? 1 : before + 1;
        seen.update(now);
        out.collect(now);
    }
}
