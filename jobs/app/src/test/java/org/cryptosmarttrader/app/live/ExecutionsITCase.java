package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.ingest.trading.ExecutionReport;
import org.cryptosmarttrader.ingest.trading.KafkaExecutions;
import org.cryptosmarttrader.ingest.trading.Outcome;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a venue did, on its way to the books")
class ExecutionsITCase {

    private static final long BEGIN = 1_654_041_600_000L;
    private static final String ORDER = "GATED:BTC/USD:1654041605000:BUY";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final Topics TOPICS = new Topics("cst.");

    private static final ExecutionReport FILL = report(7, Outcome.FILL, "T-1", "0.123456789012345678", "150.10", "");
    private static final ExecutionReport END =
            report(9, Outcome.CANCELLED, "", "0.123456789012345678", null, "canceled");
    private static final ExecutionReport NEXT =
            report(12, Outcome.REJECTED, "", "0", null, "EOrder:Insufficient funds");

    @TempDir
    Path folder;

    private long now = BEGIN;

    private static ExecutionReport report(
            long number, Outcome outcome, String fill, String quantity, String price, String cause) {
        return new ExecutionReport(
                number,
                ORDER,
                "BTC/USD",
                Side.BUY,
                outcome,
                fill,
                new BigDecimal(quantity),
                price == null ? null : new BigDecimal(price),
                new BigDecimal("0.07"),
                BEGIN - 500,
                cause);
    }

    private static IngestRun ingest(EmbeddedBroker broker, BoxedVenue venue, Path data) throws Exception {
        return IngestRun.start(
                IngestReader.read(Answer.home().resolve("conf"), BoxedSettings.of(venue, Map.of())),
                new TickGrid(TickGrid.HOUR, 5_000),
                broker.bootstrap(),
                data,
                OptionalLong.empty(),
                venue.clock(),
                venue.clock(),
                new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE));
    }

    /** Lets market time pass until so many executions stand among the events. */
    private List<EventBlock> executions(EmbeddedBroker broker, BoxedVenue venue, int expected) throws IOException {
        List<EventBlock> found = new ArrayList<>();
        EventCodec codec = new EventCodec();
        long until = System.nanoTime() + PATIENCE;
        try (KafkaConsumer<byte[], byte[]> consumer = WholeTopic.consumer(broker.bootstrap(), TOPICS.events())) {
            while (found.size() < expected && System.nanoTime() < until) {
                now += TickGrid.MINUTE;
                venue.advanceTo(now);
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(50))) {
                    EventBlock event = codec.decode(message.value());
                    if (event.kind() == EventKind.EXECUTION) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void stands_once_among_the_events_though_it_was_reported_twice_and_ingest_restarted() throws Exception {
        Path data = folder.resolve("data");
        List<BoxedPair> pairs = List.of(BoxedPair.always("BTC/USD", List.of(new BoxedTrade(1, 1, "1", "1", 'b'))));
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(pairs, FaultPlan.none(), BEGIN, TickGrid.MINUTE)) {
            try (IngestRun ingest = ingest(broker, venue, data);
                    KafkaExecutions executions = new KafkaExecutions(broker.bootstrap(), TOPICS.executions())) {
                executions.report(List.of(FILL, END));
                executions.report(List.of(FILL));

                assertThat(executions(broker, venue, 2)).hasSize(2);
                assertThat(ingest.promised()).isGreaterThan(BEGIN);
            }
            try (IngestRun ingest = ingest(broker, venue, data);
                    KafkaExecutions executions = new KafkaExecutions(broker.bootstrap(), TOPICS.executions())) {
                executions.report(List.of(END, NEXT));

                List<EventBlock> all = executions(broker, venue, 3);
                assertThat(all).extracting(event -> event.sequence(0)).containsExactly(7L, 9L, 12L);
                assertThat(all)
                        .extracting(event -> List.of(event.words()))
                        .containsExactly(
                                List.of(ORDER, "FILL", "T-1", "0.123456789012345678", "150.10", "0.07", ""),
                                List.of(ORDER, "CANCELLED", "", "0.123456789012345678", "", "", "canceled"),
                                List.of(ORDER, "REJECTED", "", "0", "", "", "EOrder:Insufficient funds"));
                assertThat(all).allSatisfy(event -> {
                    assertThat(event.pair()).isEqualTo("BTC/USD");
                    assertThat(event.source()).isEqualTo("kraken-orders");
                    assertThat(event.eventTime(0)).isEqualTo(BEGIN - 500);
                    assertThat(event.availableAt(0)).isGreaterThanOrEqualTo(BEGIN);
                });
                assertThat(ingest.events()).isPositive();
            }
        }
    }
}
