package org.cryptosmarttrader.prediction.sources.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Messages of the topic of events")
class HeartbeatWatermarksTest {

    private static final EventCodec CODEC = new EventCodec();

    private final AtomicLong now = new AtomicLong();
    private final List<Long> watermarks = new ArrayList<>();
    private final List<Arrival> collected = new ArrayList<>();

    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("a partition is never idle, it has heartbeats");
        }

        @Override
        public void markActive() {}
    };

    private final Collector<Arrival> collector = new Collector<>() {
        @Override
        public void collect(Arrival arrival) {
            collected.add(arrival);
        }

        @Override
        public void close() {}
    };

    private static EventBlock trade(long availableAt) {
        long[] at = {availableAt};
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                "BTC/USD",
                0,
                Availability.RECORDED,
                at,
                at,
                at,
                new double[3],
                new byte[32]);
    }

    private static Arrival arrival(EventBlock event) {
        return new Arrival(2, 0, Arrival.NOTHING, event);
    }

    private static ConsumerRecord<byte[], byte[]> message(long offset, byte[] value) {
        return new ConsumerRecord<>("events", 2, offset, null, value);
    }

    private void deserialize(EventDeserializer deserializer, long offset, EventBlock event) throws IOException {
        deserializer.deserialize(message(offset, CODEC.encode(event, 0)), collector);
    }

    private static EventDeserializer deserializer(long after) {
        EventDeserializer deserializer = new EventDeserializer(after);
        deserializer.open(null);
        return deserializer;
    }

    @Test
    void move_time_by_heartbeats_alone_to_the_millisecond_before() {
        HeartbeatWatermarks generator = new HeartbeatWatermarks(now::get, new UnregisteredMetricsGroup());

        generator.onEvent(arrival(trade(900)), 900, output);
        generator.onPeriodicEmit(output);
        generator.onEvent(arrival(EventCodec.heartbeat("test-venue", 1_000, 1)), 1_000, output);
        generator.onEvent(arrival(trade(2_000)), 2_000, output);

        assertThat(watermarks).containsExactly(999L);
    }

    @Test
    void give_an_alarm_once_a_partition_has_promised_nothing_for_half_a_minute() {
        HeartbeatWatermarks generator = new HeartbeatWatermarks(now::get, new UnregisteredMetricsGroup());
        generator.onEvent(arrival(EventCodec.heartbeat("test-venue", 1_000, 1)), 1_000, output);

        now.set(29_999);
        generator.onEvent(arrival(trade(1_500)), 1_500, output);
        generator.onPeriodicEmit(output);
        assertThat(generator.isSilent()).isFalse();

        now.set(30_000);
        generator.onPeriodicEmit(output);
        assertThat(generator.isSilent()).isTrue();
        assertThat(generator.ageMillis()).isEqualTo(30_000);

        generator.onEvent(arrival(EventCodec.heartbeat("test-venue", 31_000, 2)), 31_000, output);
        assertThat(generator.isSilent()).isFalse();
        assertThat(generator.ageMillis()).isZero();
    }

    @Test
    void give_the_alarm_too_if_a_partition_never_promised_anything() {
        HeartbeatWatermarks generator = new HeartbeatWatermarks(now::get, new UnregisteredMetricsGroup());

        now.set(30_000);
        generator.onPeriodicEmit(output);

        assertThat(generator.isSilent()).isTrue();
    }

    @Test
    void are_handed_on_with_heartbeats_whose_count_is_right() throws IOException {
        EventDeserializer deserializer = deserializer(Long.MIN_VALUE);

        deserialize(deserializer, 0, trade(5));
        deserialize(deserializer, 1, EventCodec.heartbeat("test-venue", 6, 1));
        deserialize(deserializer, 2, EventCodec.heartbeat("test-venue", 7, 2));

        assertThat(collected)
                .extracting(arrival -> arrival.block().kind())
                .containsExactly(EventKind.TRADE, EventKind.HEARTBEAT, EventKind.HEARTBEAT);
    }

    @Test
    void keep_their_partition_and_offset() throws IOException {
        deserialize(deserializer(Long.MIN_VALUE), 41, trade(5));

        assertThat(collected).extracting(Arrival::partition).containsExactly(2);
        assertThat(collected).extracting(Arrival::offset).containsExactly(41L);
    }

    @Test
    void keep_what_their_partition_had_promised_before_them() throws IOException {
        EventDeserializer deserializer = deserializer(Long.MIN_VALUE);

        deserialize(deserializer, 0, trade(5));
        deserialize(deserializer, 1, EventCodec.heartbeat("test-venue", 6, 1));
        deserialize(deserializer, 2, trade(6));
        deserialize(deserializer, 3, trade(5));
        deserialize(deserializer, 4, EventCodec.heartbeat("test-venue", 2, 4));
        deserialize(deserializer, 5, trade(5));

        assertThat(collected)
                .filteredOn(arrival -> arrival.block().kind() == EventKind.TRADE)
                .extracting(Arrival::breaksPromise)
                .containsExactly(false, false, true, true);
        assertThat(collected.get(3).promised()).isEqualTo(5);
    }

    @Test
    void are_refused_when_one_was_lost_or_doubled_on_the_way() {
        for (long offset : new long[] {41, 43}) {
            assertThatIOException()
                    .isThrownBy(() -> deserialize(deserializer(0), offset, EventCodec.heartbeat("test-venue", 6, 42)))
                    .withMessageContaining(
                            "topic events, partition 2: heartbeat at offset %d counts 42 records before it"
                                    .formatted(offset))
                    .withMessageContaining("records were lost or doubled between writer and broker");
        }
    }

    @Test
    void known_from_an_archive_are_passed_over_but_never_a_heartbeat() throws IOException {
        EventDeserializer deserializer = deserializer(100);

        deserialize(deserializer, 0, trade(100));
        deserialize(deserializer, 1, trade(101));
        deserialize(deserializer, 2, EventCodec.heartbeat("test-venue", 50, 2));

        assertThat(collected)
                .extracting(arrival -> arrival.block().availableAt(0))
                .containsExactly(101L, 50L);
    }

    @Test
    void of_a_stranger_are_refused_by_their_place() {
        assertThatIOException()
                .isThrownBy(() -> deserializer(0).deserialize(message(7, new byte[] {1, 2, 3}), collector))
                .withMessageContaining("topic events, partition 2, offset 7: ")
                .withMessageContaining("only ingest and cst replay may write to this topic");
    }
}
