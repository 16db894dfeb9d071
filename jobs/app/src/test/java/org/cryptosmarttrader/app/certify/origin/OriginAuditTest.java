package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.certify.EventId;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.app.certify.leaks.Forged;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.RawPayloads;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kraken's bars of 2021-03-15, two of Bitcoin and one of Ether: each known five seconds after its end. */
@DisplayName("The audit of an archive")
class OriginAuditTest {

    private static final long HOUR = 3_600_000;
    private static final long FIRST_END = Instant.parse("2021-03-15T01:00:00Z").toEpochMilli();
    private static final long DELAY = 5_000;

    @TempDir
    Path folder;

    private Marketplace market;

    @BeforeEach
    void an_archive() throws IOException {
        market = new Marketplace(folder).file("XBTUSD_60.csv", Marketplace.bars(2));
        market.file("ETHUSD_60.csv", Marketplace.bar(0));
        assertThat(market.importsBars().exit()).isZero();
    }

    private Origins audit(Path archive) throws IOException {
        return OriginAudit.of(Archive.open(archive), 0, Long.MAX_VALUE, pair -> true, step -> {});
    }

    /** A copy in which something was done to the bars, which are in order of availability and of pair. */
    private Path forged(Consumer<RowBatch> forgery) throws IOException {
        return Forged.rewritten(market.archive(), EventKind.BAR, folder.resolve("forged"), forgery);
    }

    @Test
    void looks_every_event_up() throws IOException {
        Certificate.Availability found = audit(market.archive()).report();

        assertThat(found)
                .isEqualTo(new Certificate.Availability(
                        "all", 3, new TreeMap<>(Map.of("kraken-ohlcvt", 3L)), new TreeMap<>(), 0, List.of()));
    }

    @Test
    void leaves_out_what_is_known_up_to_the_beginning_or_after_the_end() throws IOException {
        long second = FIRST_END + HOUR + DELAY;
        Archive archive = Archive.open(market.archive());

        assertThat(OriginAudit.of(archive, second - 1, second, pair -> true, step -> {})
                        .report()
                        .events())
                .isEqualTo(1);
        assertThat(OriginAudit.of(archive, second, Long.MAX_VALUE, pair -> true, step -> {})
                        .report()
                        .events())
                .isZero();
        assertThat(OriginAudit.of(archive, 0, second - 1, pair -> true, step -> {})
                        .report()
                        .events())
                .isEqualTo(2);
    }

    @Test
    void leaves_out_pairs_that_are_not_wanted() throws IOException {
        Origins found =
                OriginAudit.of(Archive.open(market.archive()), 0, Long.MAX_VALUE, "ETH/USD"::equals, step -> {});

        assertThat(found.report().derived()).isEqualTo(Map.of("kraken-ohlcvt", 1L));
    }

    @Test
    void says_how_far_it_is() throws IOException {
        List<String> steps = new ArrayList<>();

        OriginAudit.of(Archive.open(market.archive()), 0, Long.MAX_VALUE, pair -> true, steps::add);

        assertThat(steps).containsExactly("raw payload 1 of 2", "raw payload 2 of 2");
    }

    @Test
    void names_the_event_that_is_too_early_and_its_earliest_instant() throws IOException {
        Path forged = forged(bars -> bars.longs(EventRows.AVAILABLE_AT)[2] = FIRST_END);

        Origins found = audit(forged);

        long start = FIRST_END;
        assertThat(found.liars())
                .isEqualTo(Map.of(new EventId(EventKind.BAR, "kraken", "BTC/USD", HOUR, start), FIRST_END + HOUR));
        assertThat(found.report().liars())
                .extracting(Certificate.Liar::pair, Certificate.Liar::availableAt, Certificate.Liar::earliest)
                .containsExactly(tuple("BTC/USD", "2021-03-15T01:00:00Z", "2021-03-15T02:00:00Z"));
    }

    @Test
    void calls_an_event_a_lie_whose_payload_has_no_such_row() throws IOException {
        Origins found = audit(forged(bars -> bars.longs(EventRows.PAYLOAD_ROW)[2] = 9));

        assertThat(found.report().accusedEvents()).isEqualTo(1);
        assertThat(found.report().liars().get(0).earliest()).isEmpty();
        assertThat(found.liars().values()).containsExactly(Long.MAX_VALUE);
    }

    @Test
    void shows_twenty_of_many_and_counts_all() throws IOException {
        market.file("LTCUSD_60.csv", Marketplace.bars(30));
        assertThat(market.importsBars().exit()).isZero();
        Path forged = forged(bars -> {
            for (int row = 0; row < bars.rows(); row++) {
                bars.longs(EventRows.AVAILABLE_AT)[row] -= DELAY + 1;
            }
        });

        Origins found = audit(forged);

        assertThat(found.report().accusedEvents()).isEqualTo(33);
        assertThat(found.report().liars()).hasSize(20);
        assertThat(found.liars()).hasSize(33);
    }

    @Test
    void certifies_no_event_whose_payload_is_gone() throws IOException {
        String bitcoin = Archive.open(market.archive()).commits().get(0).intakes().stream()
                .filter(intake -> intake.name().startsWith("XBT"))
                .findFirst()
                .orElseThrow()
                .sha256();
        Files.delete(market.archive().resolve(RawPayloads.path(bitcoin)));

        Certificate.Availability found = audit(market.archive()).report();

        assertThat(found.derived()).isEqualTo(Map.of("kraken-ohlcvt", 1L));
        assertThat(found.underived()).isEqualTo(Map.of("no raw payload in the archive", 2L));
        assertThat(found.accusedEvents()).isZero();
    }

    @Test
    void certifies_no_event_of_a_payload_the_log_does_not_know() throws IOException {
        Path forged = forged(bars -> bars.strings(EventRows.PAYLOAD_HASH)[2] = "0".repeat(64));

        assertThat(audit(forged).report().underived()).isEqualTo(Map.of("no raw payload in the archive", 1L));
    }
}
