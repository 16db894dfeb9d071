package org.cryptosmarttrader.prediction.stages;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.provenance.Taint;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * The door: what cannot be traced to a recorded payload, names itself as made up, or comes after a heartbeat that promised
 * there was no more of its time, is refused before anything is computed from it. A run that admits test inputs, to test itself, never opens its training gates.
 */
public final class AdmitEvents extends ProcessFunction<Arrival, EventBlock> {

    private static final long serialVersionUID = 1L;

    /** Events that were not let in. */
    public static final OutputTag<RowBatch> REFUSED = new OutputTag<>("refused-events", MessageType.of(RowBatch.class));

    private final boolean admitsTestInputs;
    private transient Counter disorder;

    private AdmitEvents(boolean admitsTestInputs) {
        this.admitsTestInputs = admitsTestInputs;
    }

    /** @param admitsTestInputs whether events of made-up sources are let in; those without provenance never are */
    public static SingleOutputStreamOperator<EventBlock> of(DataStream<Arrival> arrivals, boolean admitsTestInputs) {
        return arrivals.process(new AdmitEvents(admitsTestInputs), MessageType.of(EventBlock.class))
                .uid("events")
                .name("events: admitted blocks");
    }

    @Override
    public void open(OpenContext context) {
        disorder = getRuntimeContext().getMetricGroup().counter("disorder");
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<EventBlock> out) {
        EventBlock block = arrival.block();
        Optional<Taint> taint = Taint.of(block.source(), block.payloadHashes())
                .filter(found -> found != Taint.SYNTHETIC || !admitsTestInputs);
        if (taint.isPresent()) {
            context.output(REFUSED, EventRowsOut.tainted(block, taint.get()));
        } else if (arrival.breaksPromise()) {
            disorder.inc(block.count());
            context.output(REFUSED, EventRowsOut.disorder(block, arrival.promised()));
        } else {
            out.collect(block);
        }
    }
}
