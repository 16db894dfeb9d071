package org.cryptosmarttrader.ingest.facts.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.wire.conf.ChainReader;
import org.cryptosmarttrader.wire.conf.ChainSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are counted apart from the importer, by their commas and line ends. */
@DisplayName("The recorded files of chains, whole")
class RecordedChainFilesTest {

    private static final ChainSettings SETTINGS = ChainReader.read(Path.of("../../conf"));

    @TempDir
    Path folder;

    private FactReport run(Path from, ChainFormat format, AddressLabels labels) throws IOException {
        ChainLayouts asked = new ChainLayouts(format, null, labels, null, null, null);
        return new FactImport(folder.resolve("archive"), asked.layout(SETTINGS), false)
                .run(List.of(from.toString()), progress -> {});
    }

    @Tag("long") // thousands of days, a file each
    @Test
    void of_coin_metrics_give_each_cell_that_holds_a_number() throws IOException {
        Path recorded = Golden.shared("data/onchain/coinmetrics-btc/btc.csv.gz");

        FactReport report = run(recorded, ChainFormat.COINMETRICS, null);

        assertThat(report.added()).isEqualTo(filledCells(recorded)).isEqualTo(44_308);
        assertThat(report.files().get(0).counts()).containsEntry("days", 5_111L);
        // the first day, 2009-01-03, ended on the 4th, and 12 hours are assumed
        assertThat(report.files().get(0).first()).isEqualTo("2009-01-04T12:00:00Z");
    }

    private static long filledCells(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(lines.readLine().split(","));
            return lines.lines()
                    .map(line -> line.split(",", -1))
                    .mapToLong(cells -> SETTINGS.coinMetrics().stream()
                            .filter(metric -> !cells[header.indexOf(metric)].isEmpty())
                            .count())
                    .sum();
        }
    }

    @Test
    void of_one_value_a_day_give_each_line() throws IOException {
        Path recorded = Golden.shared("data/sentiment/fear-greed-daily");

        assertThat(run(recorded, ChainFormat.FEAR_GREED, null).added())
                .isEqualTo(lines(recorded.resolve("fear_greed.csv")) - 1)
                .isEqualTo(1_461);
        assertThat(run(recorded, ChainFormat.FUNDING_DAILY, null).added())
                .isEqualTo(lines(recorded.resolve("binance_btcusdt_funding_daily.csv")) - 1)
                .isEqualTo(1_209);
    }

    private static long lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    @Test
    void of_transfers_give_each_transaction_and_use_no_label_of_later() throws IOException {
        Path recorded = Golden.shared("data/onchain/btc-transfers");
        AddressLabels labels = AddressLabels.read(recorded.resolve("exchange_addresses.json"), null);

        FactReport report = run(recorded, ChainFormat.BTC_TRANSFERS, labels);

        assertThat(report.added()).isEqualTo(465);
        assertThat(report.files().get(0).counts())
                .containsEntry("without addresses", 205L)
                .containsEntry("touching a labelled address", 28L)
                .containsEntry("of these available before any such label was known", 28L);
    }

    /** The eight that specifications of these data name. */
    @Test
    void of_labels_give_those_on_real_addresses() throws IOException {
        Path recorded = Golden.shared("data/onchain/btc-transfers/exchange_addresses.json");

        AddressLabels labels = AddressLabels.read(recorded, null);

        assertThat(labels.refused().values().stream().mapToInt(List::size).sum())
                .isEqualTo(8);
        assertThat(labels.text())
                .contains("used from 2026-02-19T00:00:00Z on; 8 refused", "CHECKSUM: 5: ", "FORM: 2: ")
                .contains("bc1qgdjqv0av3q56jvd82tkdjpy7gdp9ut8tlqmgrpmv24sq90ecnvqqjw..vw97 (Bitfinex)")
                .contains("another one came first: bc1qkvrddql6hh00apslzsxnysl75hhnm5fpqdah37 (UEX) after Bitunix");
    }
}
