package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RecordedRows;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a topic of events holds, and what a run recorded of it, both as the bytes of messages in hexadecimal digits: a row
 * that lost anything cannot be made a message again. Nothing but heartbeats may still be written to the topic.
 */
public final class Recording {

    private static final HexFormat HEX = HexFormat.of();

    private final EventCodec codec = new EventCodec();
    private final Map<Place, String> events = new TreeMap<>();
    private final Map<EventKind, Integer> kinds = new TreeMap<>();
    private int passedOver;

    /** Where a message stands on its topic. */
    public record Place(long partition, long offset) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::partition).thenComparingLong(Place::offset);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private Recording() {}

    /**
     * Asserts that a run recorded every event of its topic once and nothing else.
     *
     * @param after events available up to this instant the run had from an archive
     */
    public static void isOfAll(RunFolder run, String bootstrap, String topic, long after) throws IOException {
        Recording sent = published(bootstrap, topic, after);
        Recording kept = recorded(run);
        System.out.printf(
                "%s: %,d events recorded, %s; %,d messages of %s passed over, heartbeats and events of the archive%n",
                run.root().getFileName(), kept.events.size(), kept.kinds, sent.passedOver, topic);
        assertThat(kept.events).isNotEmpty();
        assertThat(kept.events.keySet()).isEqualTo(sent.events.keySet());
        assertThat(kept.events).isEqualTo(sent.events);
        assertThat(run.recorded().wholeUpTo()).isEqualTo(run.manifest().until());
    }

    /** The events of a topic; every offset up to its end is one or is passed over. */
    public static Map<Place, String> published(String bootstrap, String topic) throws IOException {
        return published(bootstrap, topic, Long.MIN_VALUE).events;
    }

    private static Recording published(String bootstrap, String topic, long after) throws IOException {
        Recording recording = new Recording();
        try (KafkaConsumer<byte[], byte[]> consumer = WholeTopic.consumer(bootstrap, topic)) {
            long left = consumer.endOffsets(consumer.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (left > 0) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    recording.add(message, after);
                    left--;
                }
            }
        }
        return recording;
    }

    private void add(ConsumerRecord<byte[], byte[]> message, long after) throws IOException {
        EventBlock event = codec.decode(message.value());
        if (event.kind() == EventKind.HEARTBEAT || event.availableAt(0) <= after) {
            passedOver++;
        } else {
            add(new Place(message.partition(), message.offset()), event.kind(), message.value());
        }
    }

    private static Recording recorded(RunFolder run) throws IOException {
        Recording recording = new Recording();
        for (EventKind kind : EventKind.values()) {
            if (kind == EventKind.HEARTBEAT) {
                continue;
            }
            RowSchema schema = RecordedRows.schema(kind);
            run.recorded().read(schema, rows -> {
                for (int row = 0; row < rows.rows(); row++) {
                    recording.add(place(rows, row, schema), kind, recording.message(kind, rows, row));
                }
            });
        }
        return recording;
    }

    private static Place place(RowBatch rows, int row, RowSchema schema) {
        return new Place(
                rows.longs(schema.indexOf(RecordedRows.PARTITION))[row],
                rows.longs(schema.indexOf(RecordedRows.OFFSET))[row]);
    }

    private byte[] message(EventKind kind, RowBatch rows, int row) {
        double[] values = new double[kind.width()];
        for (int column = 0; column < values.length; column++) {
            values[column] = rows.doubles(EventRows.VALUES + column)[row];
        }
        String[] words = new String[kind.words()];
        for (int column = 0; column < words.length; column++) {
            words[column] = rows.strings(EventRows.VALUES + kind.width() + column)[row];
        }
        EventBlock event = new EventBlock(
                kind,
                rows.strings(EventRows.SOURCE)[row],
                rows.strings(EventRows.PAIR)[row],
                rows.longs(EventRows.INTERVAL)[row],
                Availability.valueOf(rows.strings(EventRows.AVAILABILITY)[row]),
                new long[] {rows.longs(EventRows.SEQUENCE)[row]},
                new long[] {rows.longs(EventRows.EVENT_TIME)[row]},
                new long[] {rows.longs(EventRows.AVAILABLE_AT)[row]},
                values,
                HEX.parseHex(rows.strings(EventRows.PAYLOAD_HASH)[row]),
                words);
        return codec.encode(event, 0);
    }

    private void add(Place place, EventKind kind, byte[] message) {
        assertThat(events.put(place, HEX.formatHex(message)))
                .as("%s, a second time", place)
                .isNull();
        kinds.merge(kind, 1, Integer::sum);
    }
}
