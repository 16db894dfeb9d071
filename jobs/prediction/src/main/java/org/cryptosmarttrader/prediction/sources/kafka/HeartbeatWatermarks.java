package org.cryptosmarttrader.prediction.sources.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/** A heartbeat promises everything before its instant, so the watermark is the millisecond before. Nothing else moves it. */
final class HeartbeatWatermarks implements WatermarkGenerator<EventBlock> {

    @Override
    public void onEvent(EventBlock block, long timestamp, WatermarkOutput output) {
        if (block.kind() == EventKind.HEARTBEAT) {
            output.emitWatermark(new Watermark(block.availableAt(0) - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // time passes by heartbeats, not by the clock of this machine
    }
}
