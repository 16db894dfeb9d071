package org.cryptosmarttrader.wire.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.avro.WireAvailability;
import org.cryptosmarttrader.wire.avro.WireBar;
import org.cryptosmarttrader.wire.avro.WireEvent;
import org.cryptosmarttrader.wire.avro.WireFact;
import org.cryptosmarttrader.wire.avro.WireHash;
import org.cryptosmarttrader.wire.avro.WireHeartbeat;
import org.cryptosmarttrader.wire.avro.WireKind;
import org.cryptosmarttrader.wire.avro.WireModel;
import org.cryptosmarttrader.wire.avro.WireTrade;

/** Events to the bytes of one message and back, as blocks of one. Not thread-safe. */
public final class EventCodec {

    private final SpecificDatumWriter<WireEvent> writer = new SpecificDatumWriter<>(WireEvent.class);
    private final SpecificDatumReader<WireEvent> reader = new SpecificDatumReader<>(WireEvent.class);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private BinaryEncoder encoder;
    private final MessageDecoder decoder = new MessageDecoder();
    private WireEvent reused;

    /** One event of a block as the bytes of a message. */
    public byte[] encode(EventBlock block, int event) {
        WireEvent wire = new WireEvent(
                block.source(),
                block.sequence(event),
                block.pair(),
                block.eventTime(event),
                block.availableAt(event),
                WireAvailability.valueOf(block.availability().name()),
                new WireHash(block.payloadHash(event)),
                payload(block, event));
        bytes.reset();
        encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
        try {
            writer.write(wire, encoder);
        } catch (IOException e) {
            throw new IllegalStateException("an event could not be encoded: " + block, e);
        }
        return bytes.toByteArray();
    }

    private static Object payload(EventBlock block, int event) {
        return switch (block.kind()) {
            case BAR ->
                new WireBar(
                        block.intervalMillis(),
                        block.value(event, EventKind.OPEN),
                        block.value(event, EventKind.HIGH),
                        block.value(event, EventKind.LOW),
                        block.value(event, EventKind.CLOSE),
                        block.value(event, EventKind.VOLUME),
                        block.value(event, EventKind.QUOTE_VOLUME),
                        block.value(event, EventKind.COUNT),
                        block.value(event, EventKind.BUY_VOLUME),
                        block.value(event, EventKind.SELL_VOLUME));
            case TRADE ->
                new WireTrade(
                        block.value(event, EventKind.PRICE),
                        block.value(event, EventKind.QUANTITY),
                        block.value(event, EventKind.SIDE));
            case MODEL -> new WireModel(block.word(event, EventKind.ANNOUNCEMENT));
            case HEARTBEAT -> new WireHeartbeat(block.sequence(event));
            case TEXT, SCORE, TRANSFER, RETRACT, METRIC, HEALTH, LISTING, QUOTE, REARM, EXECUTION -> fact(block, event);
        };
    }

    private static WireFact fact(EventBlock block, int event) {
        EventKind kind = block.kind();
        List<Double> numbers = new ArrayList<>(kind.width());
        for (int column = 0; column < kind.width(); column++) {
            numbers.add(block.value(event, column));
        }
        List<String> words = new ArrayList<>(kind.words());
        for (int column = 0; column < kind.words(); column++) {
            words.add(block.word(event, column));
        }
        return new WireFact(WireKind.valueOf(kind.name()), block.intervalMillis(), numbers, words);
    }

    /**
     * @param message as it came from the topic
     * @throws IOException if the bytes are not an event
     */
    public EventBlock decode(byte[] message) throws IOException {
        try {
            reused = reader.read(reused, decoder.of(message));
        } catch (IOException | RuntimeException e) {
            // Avro answers damaged bytes with whatever they lead to
            throw new IOException("not an event: " + MessageDecoder.why(e), e);
        }
        return block(reused);
    }

    private static EventBlock block(WireEvent wire) throws IOException {
        Object payload = wire.getPayload();
        if (payload instanceof WireBar bar) {
            return block(wire, EventKind.BAR, bar.getIntervalMillis(), values(bar));
        }
        if (payload instanceof WireTrade trade) {
            double[] values = {trade.getPrice(), trade.getQuantity(), trade.getSide()};
            return block(wire, EventKind.TRADE, 0, values);
        }
        if (payload instanceof WireModel model) {
            return block(wire, EventKind.MODEL, 0, new double[0], model.getAnnouncement());
        }
        if (payload instanceof WireFact fact) {
            return block(wire, fact);
        }
        return block(wire, EventKind.HEARTBEAT, 0, new double[0]);
    }

    private static EventBlock block(WireEvent wire, WireFact fact) throws IOException {
        EventKind kind = EventKind.valueOf(fact.getKind().name());
        if (fact.getNumbers().size() != kind.width() || fact.getWords().size() != kind.words()) {
            throw new IOException("not an event: a %s of %d numbers and %d words, expected %d and %d"
                    .formatted(kind, fact.getNumbers().size(), fact.getWords().size(), kind.width(), kind.words()));
        }
        double[] numbers =
                fact.getNumbers().stream().mapToDouble(Double::doubleValue).toArray();
        return block(
                wire, kind, fact.getIntervalMillis(), numbers, fact.getWords().toArray(String[]::new));
    }

    private static double[] values(WireBar bar) {
        return new double[] {
            bar.getOpen(),
            bar.getHigh(),
            bar.getLow(),
            bar.getClose(),
            bar.getVolume(),
            bar.getQuoteVolume(),
            bar.getTrades(),
            bar.getBuyVolume(),
            bar.getSellVolume()
        };
    }

    private static EventBlock block(WireEvent wire, EventKind kind, long interval, double[] values, String... words) {
        long sequence =
                wire.getPayload() instanceof WireHeartbeat heartbeat ? heartbeat.getRecords() : wire.getSequence();
        return new EventBlock(
                kind,
                wire.getSource(),
                wire.getPair(),
                interval,
                Availability.valueOf(wire.getAvailability().name()),
                new long[] {sequence},
                new long[] {wire.getEventTime()},
                new long[] {wire.getAvailableAt()},
                values,
                wire.getPayloadHash().bytes().clone(),
                words);
    }

    /**
     * A heartbeat: everything of its partition available before {@code instant} precedes it.
     *
     * @param records records of the partition before this one, heartbeats included
     */
    public static EventBlock heartbeat(String source, long instant, long records) {
        return new EventBlock(
                EventKind.HEARTBEAT,
                source,
                "",
                0,
                Availability.RECORDED,
                new long[] {records},
                new long[] {instant},
                new long[] {instant},
                new double[0],
                new byte[EventBlock.HASH_BYTES]);
    }
}
