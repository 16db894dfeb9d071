package org.cryptosmarttrader.app.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;

/** Cuts blocks at random and lets the events between two watermarks come in any order, as a network may. */
final class Disorder extends AbstractStreamOperator<Arrival> implements OneInputStreamOperator<Arrival, Arrival> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PIECE = 7;

    private final long seed;
    private transient SplittableRandom random;
    private transient List<Arrival> held;

    Disorder(long seed) {
        this.seed = seed;
    }

    @Override
    public void open() throws Exception {
        super.open();
        random = new SplittableRandom(seed + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        held = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) {
        EventBlock block = element.getValue().block();
        int from = 0;
        while (from < block.count()) {
            int until = from + 1 + random.nextInt(Math.min(LONGEST_PIECE, block.count() - from));
            held.add(Arrival.fromArchive(block.slice(from, until)));
            from = until;
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        for (int left = held.size(); left > 0; left--) {
            int chosen = random.nextInt(left);
            Arrival arrival = held.set(chosen, held.get(left - 1));
            output.collect(new StreamRecord<>(arrival, arrival.block().availableAt(0)));
        }
        held.clear();
        super.processWatermark(mark);
    }
}
