package org.cryptosmarttrader.prediction.sources.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;

/** A heartbeat promises everything before its instant, so the watermark is the millisecond before. Nothing else moves it. */
final class HeartbeatWatermarks implements WatermarkGenerator<Arrival> {

    @Override
    public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
        if (arrival.block().kind() == EventKind.HEARTBEAT) {
            output.emitWatermark(new Watermark(arrival.block().availableAt(0) - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // time passes by heartbeats, not by the clock of this machine
    }
}
