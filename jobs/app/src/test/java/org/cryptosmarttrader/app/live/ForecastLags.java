package org.cryptosmarttrader.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Reads forecasts as they come, and notes how long after the instant decided on each could be read. */
final class ForecastLags implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(2);

    private final String bootstrap;
    private final String topic;
    private final long behind;
    private final SortedMap<Long, List<Long>> lags = new TreeMap<>();
    private final Thread reading = new Thread(this::read, "forecast-lags");
    private volatile boolean isStopped;

    /** @param behind from the real clock to the market's, milliseconds */
    ForecastLags(String bootstrap, String topic, long behind) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.behind = behind;
        reading.start();
    }

    private void read() {
        RowCodec codec = new RowCodec(Datasets.FORECASTS);
        int decision = Datasets.FORECASTS.indexOf(Datasets.DECISION_AT);
        try (KafkaConsumer<byte[], byte[]> consumer = WholeTopic.consumer(bootstrap, topic)) {
            while (!isStopped) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
                    long now = System.currentTimeMillis();
                    long tick = codec.decode(message.value()).longs(decision)[0];
                    note(tick, now + behind - tick);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void note(long tick, long lag) {
        lags.computeIfAbsent(tick, absent -> new ArrayList<>()).add(lag);
    }

    /** Forecasts read so far of decisions from an instant on, and their lags, a line a tick. */
    synchronized List<String> lines(long from) {
        List<String> lines = new ArrayList<>();
        lags.tailMap(from).forEach((tick, ofTick) -> {
            List<Long> sorted = ofTick.stream().sorted().toList();
            lines.add("%s: %,d forecasts, first read after %d ms, half after %d, p99 %d, last %d"
                    .formatted(
                            Instant.ofEpochMilli(tick),
                            sorted.size(),
                            sorted.get(0),
                            sorted.get(sorted.size() / 2),
                            sorted.get(sorted.size() * 99 / 100),
                            sorted.get(sorted.size() - 1)));
        });
        return lines;
    }

    /** Forecasts of decisions from an instant on, by decision. */
    synchronized SortedMap<Long, Integer> counts(long from) {
        SortedMap<Long, Integer> counts = new TreeMap<>();
        lags.tailMap(from).forEach((tick, ofTick) -> counts.put(tick, ofTick.size()));
        return counts;
    }

    @Override
    public void close() throws InterruptedException {
        isStopped = true;
        reading.join();
    }
}
