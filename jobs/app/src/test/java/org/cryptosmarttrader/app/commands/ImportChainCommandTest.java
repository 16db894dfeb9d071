package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.RawPayloads;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("cst import-chain")
class ImportChainCommandTest {

    /** The address of the first block, and that of the first one spent. */
    private static final String SATOSHI = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

    private static final String EXCHANGE = "12cbQLTFMXRnSzktFkuoG3eHoMeFtpTu3S";

    private static final String TRANSFER = """
            {"txid":"aa","value_btc":9.9,"timestamp":"2025-12-17T00:39:49","classification":"inflow",\
            "vin_addresses":[{"address":"%1$s","value":9.9}],\
            "vout_addresses":[{"address":"%2$s","value":0.1},{"address":"%2$s","value":0.2},{"address":"%1$s","value":9.5}]}""".formatted(SATOSHI, EXCHANGE);

    private static final String LABELS = """
            {"meta":{"last_updated":"%s"},"addresses":[{"address":"%s","label":"Slush"},\
            {"address":"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb","label":"Typo"}]}""";

    @TempDir
    Path folder;

    private Marketplace market;

    @BeforeEach
    void an_empty_marketplace() {
        market = new Marketplace(folder);
    }

    private Answer imports(String format, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "import-chain",
                "--from",
                market.input().toString(),
                "--archive",
                market.archive().toString(),
                "--format",
                format));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    /** Every archived fact of a kind: event time, time of availability, numbers, words. */
    private List<String> archived(EventKind kind) throws IOException {
        List<String> facts = new ArrayList<>();
        Archive archive = Archive.open(market.archive());
        for (ArchiveFile file : archive.files(file -> file.kind().equals(EventRows.folder(kind)))) {
            try (ParquetRowReader reader =
                    ParquetRowReader.open(archive.root().resolve(file.path()), EventRows.schema(kind))) {
                for (RowBatch rows = reader.next(); rows != null; rows = reader.next()) {
                    for (int row = 0; row < rows.rows(); row++) {
                        facts.add(shown(kind, rows, row));
                    }
                }
            }
        }
        return facts;
    }

    private static String shown(EventKind kind, RowBatch rows, int row) {
        List<String> cells = new ArrayList<>();
        cells.add(instant(rows.longs(EventRows.EVENT_TIME)[row]));
        cells.add(instant(rows.longs(EventRows.AVAILABLE_AT)[row]));
        cells.add(rows.strings(EventRows.AVAILABILITY)[row]);
        if (!rows.strings(EventRows.PAIR)[row].isEmpty()) {
            cells.add(rows.strings(EventRows.PAIR)[row]);
        }
        for (int at = 0; at < kind.width(); at++) {
            cells.add(String.valueOf(rows.doubles(EventRows.VALUES + at)[row]));
        }
        for (int at = 0; at < kind.words(); at++) {
            cells.add(rows.strings(EventRows.VALUES + kind.width() + at)[row]);
        }
        return String.join(" ", cells);
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    @Test
    void counts_what_leaves_the_sender_and_waits_for_confirmations() throws IOException {
        market.file(
                "transfers.jsonl",
                TRANSFER,
                "{\"txid\":\"bb\",\"value_btc\":250.5,\"timestamp\":\"2025-12-17T01:00:00\"}");

        Answer answer = imports("btc-transfers");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("2 transfer; 2 added", "1 without addresses");
        // 0.1 + 0.2 BTC, exactly 0.3; 2 × 10 min + 60 s later
        assertThat(archived(EventKind.TRANSFER))
                .containsExactlyInAnyOrder(
                        "2025-12-17T00:39:49Z 2025-12-17T01:00:49Z ASSIGNED 0.3 bitcoin aa BTC unknown unknown unknown unknown",
                        "2025-12-17T01:00:00Z 2025-12-17T01:21:00Z ASSIGNED 250.5 bitcoin bb BTC unknown unknown unknown unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-16, Slush exchange, 0", // known from the end of the 16th
        "2025-12-17, unknown unknown, 1",
    })
    void uses_a_label_only_from_when_it_was_known(String updated, String receiver, int tooLate) throws IOException {
        market.file("transfers.jsonl", TRANSFER);
        Path labels = market.input().resolve("../labels.json");
        Files.writeString(labels, LABELS.formatted(updated, EXCHANGE));

        Answer answer = imports("btc-transfers", "--labels", labels.toString());

        assertThat(answer.out())
                .contains("labels: 1 taken", "1 refused", "CHECKSUM: 1: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb (Typo)")
                .contains("%d of these available before any such label was known".formatted(tooLate))
                .contains("1 touching a labelled address");
        assertThat(archived(EventKind.TRANSFER)).singleElement().asString().endsWith("BTC unknown unknown " + receiver);
    }

    @Test
    void keeps_the_labels_it_was_given_as_received() throws IOException {
        market.file("transfers.jsonl", TRANSFER);
        Path labels = market.input().resolve("../labels.json");
        Files.writeString(labels, LABELS.formatted("2025-12-16", EXCHANGE));

        imports("btc-transfers", "--labels", labels.toString());

        String hash = Sha256.hex(Sha256.of(Files.readAllBytes(labels)));
        assertThat(Archive.open(market.archive()).commits().get(0).intakes())
                .singleElement()
                .satisfies(intake -> assertThat(intake.reading()).contains("labels=" + hash));
        try (InputStream kept = RawPayloads.open(market.archive(), hash)) {
            assertThat(kept.readAllBytes()).isEqualTo(Files.readAllBytes(labels));
        }
    }

    @Test
    void says_of_each_whole_hour_covered_that_the_chain_was_followed() throws IOException {
        market.file("transfers.jsonl", TRANSFER);

        imports("btc-transfers", "--covers", "2025-12-17T00:30:00Z/2025-12-17T03:00:00Z");

        assertThat(archived(EventKind.HEALTH))
                .containsExactly(
                        "2025-12-17T01:59:59.999Z 2025-12-17T02:00:00Z ASSIGNED bitcoin",
                        "2025-12-17T02:59:59.999Z 2025-12-17T03:00:00Z ASSIGNED bitcoin");
    }

    @Test
    void takes_a_days_values_twelve_hours_after_the_day() throws IOException {
        market.file("eth.csv", "time,TxCnt,PriceUSD,HashRate", "2020-02-29,5,200,", "2020-03-01,6,210,0.5");

        Answer answer = imports("coinmetrics");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(archived(EventKind.METRIC))
                .containsExactlyInAnyOrder(
                        "2020-02-29T23:59:59.999Z 2020-03-01T12:00:00Z ASSIGNED 5.0 ETH TxCnt",
                        "2020-03-01T23:59:59.999Z 2020-03-02T12:00:00Z ASSIGNED 6.0 ETH TxCnt",
                        "2020-03-01T23:59:59.999Z 2020-03-02T12:00:00Z ASSIGNED 0.5 ETH HashRate");
    }

    @Test
    void takes_an_index_at_the_end_of_its_day() throws IOException {
        market.file("fear_greed.csv", "date,fear_greed_index", "2019-01-01,24");
        market.file("x_funding_daily.csv", "date,funding_rate", "2019-09-10,0.0001");

        imports("fear-greed");
        imports("funding-daily", "--asset", "eth");

        assertThat(archived(EventKind.METRIC))
                .containsExactlyInAnyOrder(
                        "2019-01-01T23:59:59.999Z 2019-01-02T00:00:00Z ASSIGNED 24.0  fear_greed",
                        "2019-09-10T23:59:59.999Z 2019-09-11T00:00:00Z ASSIGNED 1.0E-4 ETH funding_rate");
    }

    @Test
    void takes_transfers_of_any_chain_and_their_retractions() throws IOException {
        market.file(
                "own.jsonl",
                "{\"chain\":\"ethereum\",\"id\":\"0x1:4\",\"asset\":\"ETH\",\"amount\":\"1000\",\"block_time\":1700000000,"
                        + "\"received_at\":1700000300,\"from_entity\":\"Kraken\",\"from_kind\":\"exchange\","
                        + "\"retracted_at\":1700000600}",
                "{\"chain\":\"ethereum\",\"id\":\"0x2:0\",\"asset\":\"ETH\",\"amount\":7,\"block_time\":1700000000}");

        Answer answer = imports("transfers-jsonl", "--source", "node");

        assertThat(answer.exit()).as(answer.err()).isZero();
        // without a receipt: 12 × 12 s + 60 s
        assertThat(archived(EventKind.TRANSFER))
                .containsExactlyInAnyOrder(
                        "2023-11-14T22:13:20Z 2023-11-14T22:18:20Z RECORDED 1000.0 ethereum 0x1:4 ETH Kraken exchange unknown unknown",
                        "2023-11-14T22:13:20Z 2023-11-14T22:16:44Z ASSIGNED 7.0 ethereum 0x2:0 ETH unknown unknown unknown unknown");
        assertThat(archived(EventKind.RETRACT))
                .containsExactly("2023-11-14T22:23:20Z 2023-11-14T22:23:20Z RECORDED ethereum 0x1:4");
    }

    @Test
    void takes_metrics_and_listings_in_their_own_forms() throws IOException {
        market.file("m.csv", "asset,metric,day,value,available_at", ",dvol,2022-01-01,55,2022-01-02T03:00:00Z");
        imports("metrics-csv", "--source", "desk");
        market.file("m.csv", "pair,standing,event_time,available_at", "XBTUSD,DELISTED,2022-01-01,2022-01-02");
        imports("listings-csv", "--source", "desk");

        assertThat(archived(EventKind.METRIC))
                .containsExactly("2022-01-01T23:59:59.999Z 2022-01-02T03:00:00Z RECORDED 55.0  dvol");
        assertThat(archived(EventKind.LISTING))
                .containsExactly("2022-01-01T00:00:00Z 2022-01-02T00:00:00Z RECORDED BTC/USD DELISTED");
    }

    @Test
    void takes_the_pairs_a_reply_lists_as_traded_when_it_was_fetched() throws IOException {
        market.file("AssetPairs.json", """
                {"error":[],"result":{"XXBTZUSD":{"wsname":"XBT/USD","status":"online"},\
                "XXBTZUSD.d":{"altname":"XBTUSD.d"},"ADAUSD":{"wsname":"ADA/USD","status":"cancel_only"},\
                "AAPLxUSD":{"wsname":"AAPLx/USD","aclass_base":"tokenized_asset","status":"online"}}}""");

        Answer answer = imports("kraken-assetpairs", "--fetched-at", "2022-05-01T10:00:00Z");

        assertThat(answer.out()).contains("3 left out");
        assertThat(archived(EventKind.LISTING))
                .containsExactly("2022-05-01T10:00:00Z 2022-05-01T10:00:00Z RECORDED BTC/USD LISTED");
    }

    @Test
    void changes_nothing_the_second_time_and_says_so() throws IOException {
        market.file("eth.csv", "time,TxCnt", "2020-02-29,5");
        imports("coinmetrics");
        Map<String, String> before = market.archiveBytes();

        JsonNode again = imports("coinmetrics", "--json").json();

        assertThat(again.get("commit").asInt()).isZero();
        assertThat(again.get("known")).hasSize(1);
        assertThat(market.archiveBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coinmetrics | eth.csv | time,TxCnt;2020-02-30,5 | line 2: day is '2020-02-30', expected e.g. 2021-03-15",
                "coinmetrics | eth.csv | time,TxCnt;2020-02-28,5;2020-02-29,many | line 3: TxCnt is 'many', expected a number",
                "coinmetrics | eth.csv | time,TxCnt;2020-02-28,5,6 | line 2: 3 columns, expected 2 as in the header",
                "coinmetrics | eth.csv | day,TxCnt;2020-02-28,5 | eth.csv: no column time; the first line names day, TxCnt",
                "coinmetrics | eth.csv | time,Price;2020-02-28,5 | line 2: none of the columns FlowInExUSD",
                "fear-greed | fear.csv | date,index;2020-02-28,5 | fear.csv: no column fear_greed_index",
                "btc-transfers | a.jsonl | {\"txid\":\"a\",\"value_btc\":-1,\"timestamp\":\"2025-12-17T00:39:49\"} | line 1: value_btc is -1, expected 0 or more",
                "btc-transfers | a.jsonl | {\"txid\":\"a\",\"value_btc\":1,\"timestamp\":\"yesterday\"} | line 1: time is 'yesterday'",
                "btc-transfers | a.jsonl | {\"txid\":\"a\" | line 1: no JSON",
                "transfers-jsonl | a.jsonl | {\"chain\":\"tron\",\"id\":\"a\",\"asset\":\"TRX\",\"amount\":1,\"block_time\":1700000000} | line 1: no received_at, and conf/chain.yaml",
                "transfers-jsonl | a.jsonl | {\"chain\":\"bitcoin\",\"id\":\"a\",\"asset\":\"BTC\",\"amount\":1,\"block_time\":1700000000,\"received_at\":1600000000} | line 1: received_at 1600000000 lies before block_time",
                "listings-csv | a.csv | pair,standing,event_time,available_at;BTCUSD,GONE,2022-01-01,2022-01-01 | line 2: standing is 'GONE', expected LISTED or DELISTED",
                "metrics-csv | a.csv | asset,metric,value;BTC,x,1 | line 2: neither a column day nor a column time",
                "kraken-assetpairs | assetpairs.json | {} | assetpairs.json: no reply of AssetPairs"
            })
    void refuses_what_cannot_be_and_leaves_nothing(String format, String name, String lines, String message)
            throws IOException {
        market.file(name, lines.split(";"));
        List<String> more = new ArrayList<>(List.of("--source", "desk"));
        if (format.startsWith("kraken")) {
            more.addAll(List.of("--fetched-at", "2022-01-01"));
        }

        Answer answer = imports(format, more.toArray(String[]::new));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains(message).contains("--quarantine");
        assertThat(archived(EventKind.METRIC)).isEmpty();
        assertThat(archived(EventKind.TRANSFER)).isEmpty();
    }

    @Test
    void sets_bad_rows_aside_when_asked() throws IOException {
        market.file("eth.csv", "time,TxCnt", "2020-02-28,5", "2020-02-29,many");

        Answer answer = imports("coinmetrics", "--quarantine");

        assertThat(answer.exit()).isZero();
        assertThat(archived(EventKind.METRIC)).hasSize(1);
        assertThat(market.archive().resolve("_quarantine/00000001.jsonl"))
                .content()
                .contains("2020-02-29,many");
    }

    @Test
    void refuses_a_file_that_was_cut_off() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write((TRANSFER + "\n").getBytes(StandardCharsets.UTF_8));
        }
        market.bytes("a.jsonl.gz", Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

        Answer answer = imports("btc-transfers");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("a.jsonl.gz: ends in the middle; fetch the file again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "btc-transfers | --covers 2025-12-18/2025-12-17 | ends before it begins; write the earlier time first",
                "btc-transfers | --covers tomorrow | covers 'tomorrow': expected FROM/UNTIL",
                "btc-transfers | --asset ETH | --asset belongs to coinmetrics and funding-daily",
                "coinmetrics | --covers 2025-12-17/2025-12-18 | --covers speaks of transfers",
                "coinmetrics | --labels-known-at 2025-12-17 | --labels-known-at is stated without --labels",
                "kraken-assetpairs | --source kraken | --fetched-at is missing",
                "metrics-csv | --quarantine | --source is missing",
                "etherscan | --quarantine | format 'etherscan' is unknown, expected btc-transfers, coinmetrics"
            })
    void calls_words_wrong_that_do_not_go_together(String format, String words, String message) {
        Answer answer = imports(format, words.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(message);
    }
}
