package org.cryptosmarttrader.app.certify;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.cryptosmarttrader.prediction.flow.Arrival;

/** Cuts blocks at random and lets the events between two watermarks come in any order, as a network may. */
final class Disorder extends AbstractStreamOperator<Arrival> implements OneInputStreamOperator<Arrival, Arrival> {

    private static final long serialVersionUID = 1L;

    private final long seed;
    private transient Jumble jumble;

    Disorder(long seed) {
        this.seed = seed;
    }

    @Override
    public void open() throws Exception {
        super.open();
        jumble = new Jumble(seed + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) {
        jumble.add(element.getValue().block());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        jumble.drain(block -> output.collect(new StreamRecord<>(Arrival.fromArchive(block), block.availableAt(0))));
        super.processWatermark(mark);
    }
}
