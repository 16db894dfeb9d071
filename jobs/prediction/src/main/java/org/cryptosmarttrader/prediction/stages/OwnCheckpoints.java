package org.cryptosmarttrader.prediction.stages;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.cryptosmarttrader.prediction.RunMark;

/**
 * Keeps the run's mark in its checkpoints, and refuses to go on from those of another: what a stage remembers is evidence
 * of its own run only. As broadcast state every subtask has the mark, at any parallelism.
 */
final class OwnCheckpoints {

    private static final MapStateDescriptor<String, String> MARK =
            new MapStateDescriptor<>("run-mark", Types.STRING, Types.STRING);
    private static final String RUN = "run";

    private OwnCheckpoints() {}

    /** @throws OtherRunException if the state to go on from is another run's, or does not say whose it is */
    static void require(RunMark own, FunctionInitializationContext context) throws Exception {
        BroadcastState<String, String> mark = context.getOperatorStateStore().getBroadcastState(MARK);
        String held = mark.get(RUN);
        if (context.isRestored() && !own.text().equals(held)) {
            throw new OtherRunException(
                    "checkpoint: it belongs to %s, this job is %s; resume the run it belongs to, or start this one without it"
                            .formatted(held == null ? "a run that it does not name" : held, own.text()));
        }
        mark.put(RUN, own.text());
    }
}
