package org.cryptosmarttrader.prediction.sources.kafka;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A heartbeat promises everything before its instant, so the watermark is the millisecond before. Nothing else moves it: while one
 * partition promises nothing the whole job decides nothing, and says so.
 */
final class HeartbeatWatermarks implements WatermarkGenerator<Arrival> {

    /** Ingest promises each second; its restart takes some. */
    static final long ALARM_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatWatermarks.class);
    private static final String UNKNOWN = "a partition of the events";

    private final LongSupplier clock;
    private final MetricGroup metrics;
    private String partition = UNKNOWN;
    private volatile long heardAt;
    private volatile boolean isSilent;

    /**
     * @param clock milliseconds that never go back, of any beginning
     * @param metrics shows the age of each partition's promise
     */
    HeartbeatWatermarks(LongSupplier clock, MetricGroup metrics) {
        this.clock = clock;
        this.metrics = metrics;
        this.heardAt = clock.getAsLong();
    }

    @Override
    public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
        if (arrival.block().kind() == EventKind.HEARTBEAT) {
            heard(arrival.partition());
            output.emitWatermark(new Watermark(arrival.block().availableAt(0) - 1));
        }
    }

    private void heard(int number) {
        if (partition.equals(UNKNOWN)) {
            partition = "partition %d of the events".formatted(number);
            metrics.addGroup("partition", Integer.toString(number))
                    .gauge("promiseAgeMillis", (Gauge<Long>) this::ageMillis);
        }
        if (isSilent) {
            LOG.info("{}: promises again, after {} ms", partition, ageMillis());
            isSilent = false;
        }
        heardAt = clock.getAsLong();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // time passes by heartbeats, not by the clock of this machine
        if (!isSilent && ageMillis() >= ALARM_MILLIS) {
            isSilent = true;
            LOG.warn(
                    "{}: nothing was promised for {} s, so nothing is decided; look whether cst ingest runs, and at its status.json",
                    partition,
                    TimeUnit.MILLISECONDS.toSeconds(ageMillis()));
        }
    }

    /** Since the last promise, or since this began to listen. */
    long ageMillis() {
        return clock.getAsLong() - heardAt;
    }

    /** Whether the alarm was given for the silence there is. */
    boolean isSilent() {
        return isSilent;
    }
}
