package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.HeardByBook;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.ArchiveScene;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages in front of the book, over an archive with bars of two pairs and quotes of one. */
@DisplayName("What was bid and asked")
class QuotesITCase {

    private static final TickGrid GRID = ArchiveScene.HOURLY;
    private static final int HOURS = 6;

    @TempDir
    private Path folder;

    private static EventBlock quote(int hour, double bid, double ask) {
        long end = (hour + 1) * TickGrid.HOUR;
        return new EventBlock(
                EventKind.QUOTE,
                "kraken",
                "BTC/USD",
                0,
                Availability.RECORDED,
                new long[] {end - 1},
                new long[] {end - 1},
                new long[] {end + 1_000},
                new double[] {bid, ask},
                Sha256.of("a ticker".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void reaches_the_book_as_the_spread_of_its_pair_from_the_tick_at_which_it_is_known() throws Exception {
        ArchiveScene bars = new ArchiveScene(folder.resolve("market"));
        for (int hour = 0; hour < HOURS; hour++) {
            bars.bar("BTC/USD", hour * TickGrid.HOUR, 100);
            bars.bar("ETH/USD", hour * TickGrid.HOUR, 10);
        }
        bars.commit();
        AnnouncementArchive.add(folder.resolve("quotes"), List.of(quote(2, 99, 101), quote(4, 99.5, 100.5)));
        Span span = new Span(Instant.EPOCH, Instant.ofEpochMilli(GRID.tick(HOURS - 1)), Optional.of(Instant.EPOCH));
        RunPlan plan = RunPlan.of(
                Configuration.read(
                        Answer.home().resolve("conf"),
                        Map.of(
                                "sources.testInputs",
                                "admitted",
                                "sources.feeds",
                                "[{pairs: '*/USD', feed: 'test-venue:bar:60m'}]")),
                folder.resolve("market"),
                span,
                List.of(),
                RunPlan.Genesis.ARCHIVE);

        List<PairQuote> heard = HeardByBook.of(
                        plan.settings().withoutFeatures(),
                        new ArchiveSource(plan.archiveSpan(List.of(folder.resolve("quotes")))),
                        JobSettings.once(2))
                .stream()
                .flatMap(tick -> tick.quotes().stream())
                .toList();

        assertThat(spreads(heard, "BTC/USD")).containsExactly(Double.NaN, Double.NaN, 0.02, 0.02, 0.01, 0.01);
        assertThat(spreads(heard, "ETH/USD")).hasSize(HOURS).containsOnly(Double.NaN);
    }

    private static List<Double> spreads(List<PairQuote> heard, String pair) {
        return heard.stream()
                .filter(quote -> quote.pair().equals(pair))
                .map(PairQuote::spread)
                .toList();
    }
}
