package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Ingest that cannot keep payloads")
class FailedIngestITCase {

    private static final long BEGIN = 1_654_041_600_000L;

    @TempDir
    Path folder;

    @Test
    void ends_with_what_failed_instead_of_listening_to_nothing_for_ever() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("raw"), "a file where a folder should be");
        List<BoxedPair> pairs = List.of(BoxedPair.always("BTC/USD", List.of(new BoxedTrade(1, 1, "1", "1", 'b'))));
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(pairs, FaultPlan.none(), BEGIN, TickGrid.MINUTE);
                IngestRun ingest = IngestRun.start(
                        IngestReader.read(Answer.home().resolve("conf"), BoxedSettings.of(venue, Map.of())),
                        new TickGrid(TickGrid.HOUR, 5_000),
                        broker.bootstrap(),
                        data,
                        OptionalLong.empty(),
                        venue.clock(),
                        venue.clock(),
                        new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE))) {
            venue.advanceTo(BEGIN + TickGrid.MINUTE);

            assertThatIOException()
                    .isThrownBy(ingest::tend)
                    .withMessageContaining("thread kraken-pairs ended: raw log ")
                    .withMessageContaining("cannot be written")
                    .withMessageContaining("free the disk or correct the folder's rights");
            assertThat(ingest.events()).isZero();
        }
    }
}
