package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst lots")
class LotsCommandTest {

    private static final long HOUR = 3_600_000;
    private static final long FIRST = Instant.parse("2021-03-01T00:00:05Z").toEpochMilli();
    private static final long LAST = FIRST + 47 * HOUR;

    @TempDir
    Path folder;

    private final RowBuilder rows = new RowBuilder(Datasets.FILLS);

    private LotsCommandTest fill(int hour, String lane, String side, String quantity, String price, String realised) {
        rows.row()
                .set(0, FIRST + hour * HOUR)
                .set(1, lane)
                .set(2, "fill-" + lane + hour)
                .set(3, "order")
                .set(4, FIRST + (hour - 1) * HOUR)
                .set(5, "BTC/USD")
                .set(6, side)
                .set(7, quantity)
                .set(8, price)
                .set(9, "1")
                .set(10, "0.4")
                .set(11, 0.001)
                .set(12, price)
                .set(13, realised)
                .set(14, "");
        return this;
    }

    private Answer lots(String... more) {
        new RunScene(folder, "run", new FeatureCatalog(List.of(new LogReturn(1)), List.of()), FIRST)
                .write(Datasets.FILLS, rows.build())
                .wholeUpTo(LAST);
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"lots", "--run", folder.toString(), "--json"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return Answer.to(words);
    }

    /** 2 for 101 each, fee included half each: 201 in all; 1 sold for 119: 18.5. The other lane sells its own. */
    @Test
    void write_what_each_sale_used_up_by_lane() throws IOException {
        fill(1, "RESEARCH", "BUY", "2", "100", "0");
        fill(2, "GATED", "BUY", "1", "110", "0");
        fill(30, "RESEARCH", "SELL", "1", "120", "18.5");
        fill(31, "GATED", "SELL", "1", "110", "-2");

        Answer answer = lots();

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("2 sales: their parts gain what the book realised, to the last digit");
        assertThat(answer.json().get("rows").asLong()).isEqualTo(2);
        assertThat(answer.json().get("salesCompared").asLong()).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("lots.csv")))
                .containsExactly(
                        "lane,pair,acquired_at,disposed_at,quantity,cost,proceeds,gain,days_held,buy_fill,sale_fill",
                        "RESEARCH,BTC/USD,2021-03-01T01:00:05Z,2021-03-02T06:00:05Z,1,100.5,119,18.5,1,fill-RESEARCH1,fill-RESEARCH30",
                        "GATED,BTC/USD,2021-03-01T02:00:05Z,2021-03-02T07:00:05Z,1,111,109,-2,1,fill-GATED2,fill-GATED31");
    }

    @Test
    void refuse_fills_that_are_not_what_the_book_realised() {
        fill(1, "RESEARCH", "BUY", "2", "100", "0");
        fill(30, "RESEARCH", "SELL", "1", "120", "18.4");

        Answer answer = lots();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "the parts of sale fill-RESEARCH30 gain 18.5, the book realised 18.4; a row of the fills was altered");
        assertThat(folder.resolve("lots.csv")).doesNotExist();
    }

    @Test
    void refuse_sales_of_what_was_bought_before_the_rows_begin() {
        fill(30, "RESEARCH", "SELL", "1", "120", "18.5");

        Answer answer = lots();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "fill fill-RESEARCH30 sells 1 of BTC/USD more than was bought before it; the fills do not begin where the account does");
    }

    @Test
    void say_that_nothing_was_sold() throws IOException {
        fill(1, "RESEARCH", "BUY", "2", "100", "0");

        Answer answer = lots("--out", folder.resolve("mine.csv").toString());

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("no sale was compared with what the book realised: there was none");
        assertThat(Files.readAllLines(folder.resolve("mine.csv"))).hasSize(1);
    }
}
