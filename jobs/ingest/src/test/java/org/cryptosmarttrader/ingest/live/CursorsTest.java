package org.cryptosmarttrader.ingest.live;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.book.Execution;
import org.cryptosmarttrader.book.Rearm;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.events.BookNotices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Cursors")
class CursorsTest {

    private static final byte[] HASH = new byte[32];

    @TempDir
    Path folder;

    private Path file;
    private Cursors cursors;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("ingest/cursors.json");
        cursors = Cursors.open(file);
    }

    private void traded(String source, String pair, long id) {
        cursors.written(Heard.trade(source, pair, id, 1_000 + id, 1, 1, 1, HASH).knownFrom(2_000 + id));
    }

    private void stands(String pair, String standing) {
        cursors.written(Heard.listing("kraken", pair, 5, 5, standing, HASH).knownFrom(6));
    }

    @Test
    void begin_at_the_beginning_of_the_topic() {
        assertThat(cursors.readFrom()).isEmpty();
        assertThat(cursors.trades("kraken")).isEmpty();
        assertThat(cursors.promised()).isZero();
    }

    @Test
    void know_the_last_trade_of_each_pair_whatever_order_the_topic_is_read_in() {
        traded("kraken", "BTC/USD", 8);
        traded("kraken", "BTC/USD", 7);
        traded("kraken", "ETH/USD", 3);
        traded("kraken-futures", "BTC/USD", 99);

        assertThat(cursors.trades("kraken"))
                .containsExactly(
                        entry("BTC/USD", new Cursors.Last(8, 1_008)), entry("ETH/USD", new Cursors.Last(3, 1_003)));
    }

    @Test
    void know_which_pairs_are_listed() {
        stands("BTC/USD", EventKind.LISTED);
        stands("ETH/USD", EventKind.LISTED);
        stands("BTC/USD", EventKind.DELISTED);

        assertThat(cursors.listed("kraken")).containsExactly("ETH/USD");
    }

    @Test
    void are_the_same_when_they_are_opened_again() throws IOException {
        traded("kraken", "BTC/USD", 8);
        stands("BTC/USD", EventKind.LISTED);
        cursors.promised(9_000, List.of(4L, 5L));
        cursors.keep(List.of(4L, 5L));

        Cursors again = Cursors.open(file);

        assertThat(again.trades("kraken")).isEqualTo(cursors.trades("kraken"));
        assertThat(again.listed("kraken")).containsExactly("BTC/USD");
        assertThat(again.readFrom()).containsExactly(4L, 5L);
        assertThat(again.promised()).isEqualTo(9_000);
    }

    private static EventBlock text(String id, long availableAt) {
        return Heard.fact(
                        EventKind.TEXT,
                        "gdelt",
                        "news:" + id,
                        0,
                        availableAt,
                        new double[] {0.5},
                        new String[] {"news", id, "BTC", "vader", "bitcoin rises", ""},
                        HASH)
                .knownFrom(availableAt);
    }

    private static EventBlock metric(long availableAt) {
        return Heard.fact(
                        EventKind.METRIC,
                        "fear-greed",
                        "fng 17",
                        TickGrid.DAY,
                        availableAt,
                        new double[] {44},
                        new String[] {"", "fng"},
                        HASH)
                .knownFrom(availableAt);
    }

    @Test
    void know_a_text_that_its_source_says_again_for_three_days_and_a_daily_value_for_forty() throws IOException {
        assertThat(cursors.holds(text("17", 5))).isFalse();
        cursors.written(text("17", 5));
        cursors.written(metric(5));

        cursors.promised(5 + 3 * TickGrid.DAY, List.of(1L));
        Cursors again = Cursors.open(file);
        assertThat(again.holds(text("17", 9_000))).isTrue();
        assertThat(again.holds(text("18", 9_000))).isFalse();

        again.promised(6 + 3 * TickGrid.DAY + 30_000, List.of(1L));
        assertThat(again.holds(text("17", 9_000))).isFalse();
        assertThat(again.holds(metric(9_000))).isTrue();

        again.promised(6 + 40 * TickGrid.DAY, List.of(1L));
        assertThat(again.holds(metric(9_000))).isFalse();
    }

    @Test
    void know_a_re_arming_and_a_report_of_a_venue_that_stand_in_the_topic() throws IOException {
        Rearm rearm = new Rearm(Lane.GATED, "USD", "A. Person", "to go on");
        EventBlock report = BookNotices.execution(
                Execution.end("GATED:BTC/USD:5:BUY", Execution.Outcome.CANCELLED, null, ""),
                "kraken",
                "BTC/USD",
                7,
                5,
                6,
                HASH);
        cursors.written(BookNotices.rearm(rearm, 5, 9_000));
        cursors.written(report);
        cursors.promised(8_000, List.of(1L));
        cursors.keep(List.of(1L));

        Cursors again = Cursors.open(file);
        assertThat(again.holds(BookNotices.rearm(rearm, 5, 9_000))).isTrue();
        assertThat(again.holds(BookNotices.rearm(rearm, 5, 9_001))).isFalse();
        assertThat(again.holds(report)).isTrue();
    }

    @Test
    void keep_how_far_a_source_is_in_its_own_words() throws IOException {
        assertThat(cursors.mark("x")).isEmpty();
        cursors.mark(new TreeMap<>(Map.of("x", "since 1988")));
        cursors.keep(List.of(1L));

        assertThat(Cursors.open(file).mark("x")).contains("since 1988");
    }

    @Test
    void are_kept_only_now_and_then() throws IOException {
        cursors.promised(30_000, List.of(1L));
        assertThat(Cursors.open(file).promised()).isEqualTo(30_000);

        cursors.promised(59_999, List.of(2L));
        assertThat(Cursors.open(file).promised()).isEqualTo(30_000);

        cursors.promised(60_000, List.of(3L));
        assertThat(Cursors.open(file).promised()).isEqualTo(60_000);
    }

    @Test
    void that_are_damaged_are_named_with_what_to_do() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"offsets\":[1");

        assertThatThrownBy(() -> Cursors.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("remove the file");
    }
}
