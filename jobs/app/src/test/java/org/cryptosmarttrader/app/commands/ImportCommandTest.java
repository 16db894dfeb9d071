package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.Marketplace.bar;
import static org.cryptosmarttrader.app.Marketplace.bars;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.wire.archive.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("cst import")
class ImportCommandTest {

    @TempDir
    Path folder;

    private Marketplace market;

    @BeforeEach
    void an_empty_marketplace() {
        market = new Marketplace(folder);
    }

    @Test
    void reports_what_it_found_per_file_and_pair() throws IOException {
        market.file("XBTUSD_60.csv", bar(0), bar(0), bar(3), bar(4), bar(6)).file("ETHUSD_60.csv", bars(2));

        Answer answer = market.importsBars();

        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out().lines().map(line -> line.replaceAll(" +", " ")).toList())
                .startsWith(
                        "kraken-ohlcvt of kraken into %s: commit 1, 6 of 7 rows added".formatted(market.archive()),
                        "pair feed rows added duplicates conflicts empty aside bad ohlc gaps missing bars longest gap, bars first last times in file",
                        "ETH/USD kraken:bar:60m 2 2 0 0 0 0 0 0 0 0 2021-03-15T00:00:00Z 2021-03-15T01:00:00Z seconds %s/ETHUSD_60.csv"
                                .formatted(market.input()),
                        "BTC/USD kraken:bar:60m 5 4 1 0 0 0 0 2 3 2 from 2021-03-15T01:00:00Z 2021-03-15T00:00:00Z 2021-03-15T06:00:00Z seconds %s/XBTUSD_60.csv"
                                .formatted(market.input()));
    }

    @Test
    void prints_the_same_as_an_object_when_asked() throws IOException {
        market.file("XBTUSD_60.csv", bar(0), bar(2), "1615777200,10,9,12,11,5,7");

        JsonNode report = market.importsBars("--quarantine", "--json").json();

        JsonNode file = report.get("files").get(0);
        assertThat(file.get("pair").asText()).isEqualTo("BTC/USD");
        assertThat(file.get("feed").asText()).isEqualTo("kraken:bar:60m");
        assertThat(file.get("rows").asInt()).isEqualTo(2);
        assertThat(file.get("gaps").asInt()).isEqualTo(1);
        assertThat(file.get("missing").asInt()).isEqualTo(1);
        assertThat(file.get("quarantined").asInt()).isEqualTo(1);
        assertThat(file.get("ohlcViolations").asInt()).isEqualTo(1);
        assertThat(file.get("unit").asText()).isEqualTo("seconds");
        assertThat(file.get("first").asText()).isEqualTo("2021-03-15T00:00:00Z");
        assertThat(report.get("totals").get("rows").asInt()).isEqualTo(2);
    }

    @Test
    void says_where_it_put_what_it_set_aside_and_what_contradicts() throws IOException {
        market.file("XBTUSD_60.csv", bars(2));
        market.importsBars();
        market.file("XBTUSD_60.csv", bar(0), bar(1).replace(",11,", ",10.5,"), "what is this");

        Answer answer = market.importsBars("--quarantine");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("1 conflicts: %s/_conflicts/00000002.jsonl\n".formatted(market.archive()))
                .contains("1 rows and 0 files set aside: %s/_quarantine/00000002.jsonl\n".formatted(market.archive()));
        assertThat(market.archive().resolve("_conflicts/00000002.jsonl")).exists();
        assertThat(market.archive().resolve("_quarantine/00000002.jsonl")).exists();
    }

    @Test
    void changes_nothing_the_second_time_and_says_so() throws IOException {
        market.file("XBTUSD_60.csv", bars(2));
        market.importsBars();
        Map<String, String> before = market.archiveBytes();

        Answer answer = market.importsBars();

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains(": nothing new, nothing changed\n")
                .contains("known already: %s/XBTUSD_60.csv: the same bytes were taken in by commit 1\n"
                        .formatted(market.input()));
        assertThat(market.archiveBytes()).isEqualTo(before);
    }

    @Test
    void takes_several_paths_and_believes_the_first_of_two_that_differ() throws IOException {
        market.file("XBTUSD_60.csv", bars(1));
        Marketplace other = new Marketplace(folder.resolve("other")).file("XBTUSD_60.csv", "1615766400,10,12,9,12,5,7");

        Answer answer = Answer.to(
                "import",
                "--from",
                other.input().toString(),
                market.input().toString(),
                "--archive",
                market.archive().toString(),
                "--format",
                "kraken-ohlcvt");

        assertThat(answer.exit()).isZero();
        assertThat(market.archive().resolve("_conflicts/00000001.jsonl"))
                .content()
                .contains("\"kept\":{\"payloadHash\":")
                .containsPattern("\"kept\":\\{[^}]*\"values\":\\[10.0,12.0,9.0,12.0,");
    }

    @ParameterizedTest
    @CsvSource({
        "XBTUSD_60.csv, '1615766400,10,12,9,11,5,7', kraken-ohlcvt",
        "XBTUSD.csv, '1615766400,10,5', kraken-trades",
        "BTC_USDT-1h.json, '[[1615766400000,10,12,9,11,5]]', freqtrade",
        "BTCUSDT-1h-2021-03.csv, '1615766400000,10,12,9,11,5,1615769999999,50,7,2,20,0', binance-klines",
    })
    void finds_the_layout_by_the_names_of_the_files(String name, String content, String format) throws IOException {
        market.file(name, content);

        JsonNode report = market.imports("--source", "kraken", "--json").json();

        assertThat(report.get("format").asText()).isEqualTo(format);
        assertThat(report.get("totals").get("added").asInt()).isEqualTo(1);
    }

    @Test
    void guesses_no_layout_where_two_are_possible() throws IOException {
        market.file("XBTUSD_60.csv", bar(0)).file("XBTUSD.csv", "1615766400,10,5");

        Answer answer = market.imports("--source", "kraken");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo(
                        "%1$s: files of several layouts, kraken-ohlcvt (1, e.g. %1$s/XBTUSD_60.csv), kraken-trades (1, e.g. %1$s/XBTUSD.csv); state one with --format, or the columns with --map\n"
                                .formatted(market.input()));
    }

    @Test
    void guesses_no_layout_by_names_of_no_pair() throws IOException {
        market.file("notes.csv", "a,b");

        Answer answer = market.imports("--source", "kraken");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo(
                        "%s: 1 files, no layout is known by their names; state one with --format, or the columns with --map\n"
                                .formatted(market.input()));
    }

    @Test
    void guesses_no_venue() throws IOException {
        market.file("XBTUSD_60.csv", bar(0));

        Answer answer = market.imports();

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith(
                        "import: neither --format nor --source is stated; the names of the files may tell the one, nothing tells the other\n");
    }

    @Test
    void takes_any_text_whose_columns_are_stated() throws IOException {
        market.file("deals.txt", "id;when;px;size", "7;2021-03-15T00:00:00Z;100;0.5");

        Answer answer = market.imports(
                "--source",
                "bitstamp",
                "--map",
                "time=when,price=px,quantity=size,id=id",
                "--delimiter",
                ";",
                "--pair",
                "BTC/USD");

        assertThat(answer.exit()).isZero();
        assertThat(Archive.open(market.archive()).coverage())
                .extracting(held -> held.pair() + " " + held.feed() + " " + held.rows())
                .containsExactly("BTC/USD bitstamp:trade 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--format kraken --source kraken | import: format is 'kraken', expected one of kraken-ohlcvt, kraken-trades, freqtrade, binance-klines, csv",
                "--format freqtrade | import: source is not stated, expected the venue's id in small letters such as kraken; state it with --source",
                "--format kraken-ohlcvt --source Kraken | import: source is 'Kraken', expected the venue's id in small letters such as kraken; state it with --source",
                "--format csv --source kraken | import: the columns are not stated; state them with --map, e.g. time=timestamp,price=price,quantity=amount",
                "--format kraken-ohlcvt --pair BTC/USD | import: --map, --delimiter, --pair and --interval describe --format csv, not kraken-ohlcvt, whose files say all that themselves; leave them out",
                "--source kraken --map time=1,price=2,quantity=3 --delimiter ;; | import: --delimiter ';;': expected one character or the word tab",
                "--source kraken --map time=1,price=2 | column map 'time=1,price=2': no quantity; write for bars",
            })
    void refuses_words_that_do_not_fit_as_wrong_use(String words, String message) throws IOException {
        market.file("XBTUSD_60.csv", bar(0));

        Answer answer = market.imports(words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).startsWith(message).contains("cst import --help lists what it takes");
        assertThat(market.archive()).doesNotExist();
    }
}
