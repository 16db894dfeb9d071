package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.report.Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1640995200 s is 2022-01-01T00:00:00Z. */
@DisplayName("The audit of transfers, metrics and listings")
class ChainOriginTest {

    @TempDir
    Path folder;

    private AuditedArchive archive;

    @BeforeEach
    void an_archive() {
        archive = new AuditedArchive(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "coinmetrics ! btc.csv ! time,TxCnt|2020-02-27,5|2020-02-28,6 ! 2020-02-29T00:00:00Z ! 3",
                "fear-greed ! fear_greed.csv ! date,fear_greed_index|2019-01-01,24|2019-01-02,30 ! 2019-01-03T00:00:00Z ! 3",
                "funding-daily ! funding.csv ! date,funding_rate|2019-09-10,0.0001 ! 2019-09-11T00:00:00Z ! 2",
                "metrics-csv ! day.csv ! asset,metric,day,value|BTC,x,2022-01-01,1 ! 2022-01-02T00:00:00Z ! 2",
                "metrics-csv ! time.csv ! asset,metric,time,value|BTC,x,1640995200,1 ! 2022-01-01T00:00:00Z ! 2",
                "metrics-csv ! got.csv ! asset,metric,day,value,available_at|,x,2022-01-01,1,2022-01-02 03:00:00 ! 2022-01-02T03:00:00Z ! 2",
                "metrics-csv ! both.csv ! asset,metric,time,day,value|BTC,x,2022-01-01T01:00:00Z,2022-01-01,1 ! 2022-01-02T00:00:00Z ! 2",
                "metrics-csv ! blanks.csv ! metric , day , value,asset|x, 2022-01-01 ,1,BTC ! 2022-01-02T00:00:00Z ! 2",
                "metrics-csv ! notes.csv ! note,asset,metric,day,value|\"a|b\",BTC,x,2022-01-01,1 ! 2022-01-02T00:00:00Z ! 2",
            })
    void knows_a_metric_when_what_it_covers_has_ended(
            String format, String name, String lines, String earliest, long row) throws IOException {
        archive.file(name, AuditedArchive.lines(lines)).taken("import-chain --source desk --format " + format);

        archive.isClean(format);
        archive.lastIsKnown(EventKind.METRIC, earliest, row);
    }

    @Test
    void accuses_a_day_that_was_taken_for_its_first_instant() throws IOException {
        archive.file("time.csv", "asset,metric,time,value", "BTC,x,2022-01-01,1")
                .taken("import-chain --source desk --format metrics-csv");

        assertThat(archive.audit().liars())
                .extracting(Certificate.Liar::availableAt, Certificate.Liar::earliest)
                .containsExactly(tuple("2022-01-01T12:00:00Z", "2022-01-02T00:00:00Z"));
    }

    @Test
    void knows_a_listing_when_it_was_received() throws IOException {
        archive.file(
                        "listings.csv",
                        "pair,standing,event_time,available_at",
                        "BTC/USD,LISTED,2022-01-01,2022-01-01T00:00:03Z")
                .taken("import-chain --source desk --format listings-csv");

        archive.isClean("listings-csv");
        archive.lastIsKnown(EventKind.LISTING, "2022-01-01T00:00:03Z", 2);
    }

    @Test
    void knows_a_collected_transfer_at_its_time() throws IOException {
        archive.file(
                        "transfers.jsonl",
                        "{\"txid\":\"aa\",\"value_btc\":250.5,\"timestamp\":\"2025-12-17T00:39:49.192787\"}",
                        "",
                        "{\"txid\":\"bb\",\"value_btc\":250.5,\"timestamp\":\"2025-12-17T01:00:00\"}")
                .taken("import-chain --format btc-transfers");

        archive.isClean("btc-transfers");
        archive.lastIsKnown(EventKind.TRANSFER, "2025-12-17T01:00:00Z", 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1640995200 ! null ! 2022-01-01T00:00:00Z",
                "1640995200.25 ! null ! 2022-01-01T00:00:00.250Z",
                "1640995200 ! 1640995210 ! 2022-01-01T00:00:10Z",
                "\"2022-01-01T00:00:00Z\" ! \"2021-12-31T23:59:59.500Z\" ! 2022-01-01T00:00:00Z",
            })
    void knows_a_transfer_when_it_was_received_and_not_before_its_block(
            String blockTime, String receivedAt, String earliest) throws IOException {
        archive.file(
                        "transfers.jsonl",
                        "{\"chain\":\"bitcoin\",\"id\":\"aa\",\"asset\":\"BTC\",\"amount\":5,\"block_time\":%s,\"received_at\":%s}"
                                .formatted(blockTime, receivedAt))
                .taken("import-chain --source desk --format transfers-jsonl");

        archive.isClean("transfers-jsonl");
        archive.lastIsKnown(EventKind.TRANSFER, earliest, 1);
    }

    @Test
    void knows_a_retraction_when_it_was_made() throws IOException {
        archive.file(
                        "transfers.jsonl",
                        "{\"chain\":\"bitcoin\",\"id\":\"aa\",\"asset\":\"BTC\",\"amount\":5,\"block_time\":1640995200,\"received_at\":1640995210,\"retracted_at\":\"2022-01-01T01:00:00Z\"}")
                .taken("import-chain --source desk --format transfers-jsonl");

        archive.isClean("transfers-jsonl");
        archive.lastIsKnown(EventKind.RETRACT, "2022-01-01T01:00:00Z", 1);
    }

    @Test
    void certifies_no_listing_that_the_command_dated() throws IOException {
        archive.file("assetpairs.json", "{\"result\":{\"XXBTZUSD\":{\"wsname\":\"XBT/USD\"}}}")
                .taken("import-chain --format kraken-assetpairs --fetched-at 2022-01-01");

        Certificate.Availability found = archive.audit();

        assertThat(found.derived()).isEmpty();
        assertThat(found.underived()).isEqualTo(Map.of("stated with the import, not in a payload", 1L));
        assertThat(found.accusedEvents()).isZero();
        archive.lastIsKnown(EventKind.LISTING, "2022-01-01T00:00:00Z", 0);
    }

    @Test
    void certifies_no_hour_that_the_command_said_was_listened_to() throws IOException {
        archive.file("transfers.jsonl", "{\"txid\":\"bb\",\"value_btc\":250.5,\"timestamp\":\"2025-12-17T01:00:00\"}")
                .taken("import-chain --format btc-transfers --covers 2025-12-17T00:00:00Z/2025-12-17T02:00:00Z");

        Certificate.Availability found = archive.audit();

        assertThat(found.derived()).isEqualTo(Map.of("btc-transfers", 1L));
        assertThat(found.underived()).isEqualTo(Map.of("stated with the import, not in a payload", 2L));
        assertThat(archive.withLast(EventKind.HEALTH, Instant.parse("2025-12-17T01:59:59.998Z"))
                        .report()
                        .accusedEvents())
                .isEqualTo(1);
    }
}
