package org.cryptosmarttrader.app.bench;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;

/**
 * A Flink job over what lies in this process's memory, which counts what comes out and throws it away. The job runs in this
 * process too, so its input need not travel: functions look it up by number.
 */
final class MemoryJob {

    private static final Map<Long, Object> SHELF = new ConcurrentSkipListMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final StreamExecutionEnvironment env;

    MemoryJob(JobSettings settings) {
        env = LocalJob.environment(settings);
    }

    StreamExecutionEnvironment env() {
        return env;
    }

    /** Where an object lies. */
    private record Place<T>(long number) implements Serializable {

        static <T> Place<T> put(T thing) {
            long number = NUMBERS.incrementAndGet();
            SHELF.put(number, thing);
            return new Place<>(number);
        }

        @SuppressWarnings("unchecked")
        T get() {
            return (T) SHELF.get(number);
        }
    }

    /** A stream of the items, a watermark at each tick behind its items. */
    <T> DataStream<T> stream(Series<T> series, TypeInformation<T> type) {
        Place<Series<T>> place = Place.put(series);
        return env.fromSource(new NumberSequenceSource(0, series.ticks() - 1), watermarks(place), "ticks", Types.LONG)
                .setParallelism(1)
                .flatMap(new Items<>(place))
                .returns(type)
                .setParallelism(1);
    }

    private static <T> WatermarkStrategy<Long> watermarks(Place<Series<T>> place) {
        return WatermarkStrategy.<Long>forGenerator(context -> new TickWatermarks<>(place));
    }

    /** Flink asks for a watermark once an index and so the items of its tick have been handed on. */
    private record TickWatermarks<T>(Place<Series<T>> place) implements WatermarkGenerator<Long> {
        @Override
        public void onEvent(Long index, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new org.apache.flink.api.common.eventtime.Watermark(
                    place.get().tick().applyAsLong(index)));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // ticks come one by one
        }
    }

    private record Items<T>(Place<Series<T>> place) implements FlatMapFunction<Long, T> {
        @Override
        public void flatMap(Long index, Collector<T> out) {
            place.get().items().apply(index).forEach(out::collect);
        }
    }

    /** What a record counts for. */
    interface Worth<T> extends Serializable {
        long of(T record);
    }

    private record Totals(LongAdder units, LongAdder bits) {}

    private record Count<T>(Place<Totals> totals, Worth<T> units, Worth<T> bits) implements FlatMapFunction<T, Long> {
        @Override
        public void flatMap(T record, Collector<Long> out) {
            totals.get().units().add(units.of(record));
            totals.get().bits().add(bits.of(record));
        }
    }

    private record Keep<T>(Place<Queue<T>> place) implements FlatMapFunction<T, Long> {
        @Override
        public void flatMap(T record, Collector<Long> out) {
            place.get().add(record);
        }
    }

    /** Runs the job and keeps what comes out of a stream, in no order. */
    <T> List<T> collect(DataStream<T> stream) throws Exception {
        Queue<T> kept = new ConcurrentLinkedQueue<>();
        stream.flatMap(new Keep<>(Place.put(kept))).returns(Types.LONG).sinkTo(new DiscardingSink<>());
        execute();
        return List.copyOf(kept);
    }

    /** Runs the job and counts what comes out of a stream. */
    <T> Ways.Done run(DataStream<T> stream, Worth<T> units, Worth<T> bits) throws Exception {
        Totals totals = new Totals(new LongAdder(), new LongAdder());
        Place<Totals> place = Place.put(totals);
        stream.flatMap(new Count<>(place, units, bits)).returns(Types.LONG).sinkTo(new DiscardingSink<>());
        execute();
        return new Ways.Done(totals.units().sum(), () -> totals.bits().sum());
    }

    /** Runs the job in turns with its source, and counts what comes out of a stream. */
    <T> Ways.Done run(DataStream<T> stream, Turns turns, Worth<T> bits) throws Exception {
        LongAdder sum = new LongAdder();
        stream.transform("the end of each tick", Types.LONG, new TickEnds<>(Place.put(turns), Place.put(sum), bits))
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>());
        execute();
        return new Ways.Done(turns.millis().length, sum::sum, turns.millis());
    }

    /** Says of each tick when all that follows from it has come out. */
    private static final class TickEnds<T> extends AbstractStreamOperator<Long>
            implements OneInputStreamOperator<T, Long> {

        private static final long serialVersionUID = 1L;

        private final Place<Turns> turns;
        private final Place<LongAdder> sum;
        private final Worth<T> bits;

        TickEnds(Place<Turns> turns, Place<LongAdder> sum, Worth<T> bits) {
            this.turns = turns;
            this.sum = sum;
            this.bits = bits;
        }

        @Override
        public void processElement(StreamRecord<T> record) {
            sum.get().add(bits.of(record.getValue()));
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            turns.get().end(mark.getTimestamp());
            super.processWatermark(mark);
        }
    }

    /** Runs the job, whose streams have sinks of their own. */
    void execute() throws Exception {
        try {
            env.execute("bench");
        } finally {
            SHELF.clear();
        }
    }
}
