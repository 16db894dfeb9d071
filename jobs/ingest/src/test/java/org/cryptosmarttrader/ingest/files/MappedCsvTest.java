package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A delimited text whose columns are stated")
class MappedCsvTest {

    private static final String BARS = "time=time,open=o,high=h,low=l,close=c,volume=v";
    private static final String TRADES = "time=timestamp,price=price,quantity=amount";

    @TempDir
    Path folder;

    private ImportScene scene;

    @BeforeEach
    void an_empty_scene() {
        scene = new ImportScene(folder);
    }

    private ImportReport run(CsvOptions csv) throws IOException {
        return scene.run(scene.settings("csv", "test-venue", csv));
    }

    private ImportReport run(String map) throws IOException {
        return run(CsvOptions.of(ColumnMap.parse(map)));
    }

    private ImportException refusal(CsvOptions csv) {
        return catchThrowableOfType(ImportException.class, () -> run(csv));
    }

    @Test
    void gives_bars_whatever_the_order_of_its_columns() throws IOException {
        scene.file("BTCUSD_60.csv", "v,note,time,c,l,h,o", "12.5,a,2021-03-15 00:00:00,105.25,99,110,100.5");

        run(BARS);

        EventBlock bar = scene.blocks().get(0);
        assertThat(bar.pair()).isEqualTo("BTC/USD");
        assertThat(bar.intervalMillis()).isEqualTo(3_600_000);
        assertThat(bar.sequences()).containsExactly(1615766400000L);
        assertThat(bar.values())
                .containsExactly(100.5, 110, 99, 105.25, 12.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void gives_bars_with_all_a_source_knows_of_them() throws IOException {
        scene.file("BTCUSD_1h.csv", "time,o,h,l,c,v,q,n,b,s", "1615766400,1,3,1,2,9,18,7,5,4");

        run(BARS + ",quote_volume=q,trades=n,buy_volume=b,sell_volume=s");

        assertThat(scene.blocks().get(0).values()).containsExactly(1, 3, 1, 2, 9, 18, 7, 5, 4);
    }

    @Test
    void gives_the_recorded_trades_row_by_row() throws IOException {
        Path recorded = Golden.shared("data/trades/public_trades_list.csv");
        scene.bytes("public_trades_list.csv", Files.readAllBytes(recorded));

        ImportReport report =
                run(CsvOptions.of(ColumnMap.parse(TRADES + ",id=id,side=side")).withPair("ETH/USDT"));

        assertThat(report.totals().added()).isEqualTo(1_000);
        assertThat(scene.blocks().get(0).values()).startsWith(1666.8, 26.062, 1, 1666.79, 0.152, -1);
        assertThat(scene.events())
                .hasSize(1_000)
                .startsWith("ETH/USDT 2023-02-02T09:20:00.138Z 1206419187 1666.8 × 26.062");
    }

    @Test
    void may_be_counted_instead_of_named_with_a_header_or_without() throws IOException {
        scene.file("BTCUSD.csv", "1615766400.5,100,0.25").file("ETHUSD.csv", "when,price,size", "1615766400.5,10,0.5");

        run("time=1,price=2,quantity=3");

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00.500Z 1615766400500000000 100.0 × 0.25",
                        "ETH/USD 2021-03-15T00:00:00.500Z 1615766400500000000 10.0 × 0.5");
    }

    @Test
    void may_use_another_delimiter_and_quotes() throws IOException {
        scene.file("BTCUSD.tsv", "amount;\"the; \"\"price\"\"\";timestamp", "0.25;\"100\";1615766400");

        run(CsvOptions.of(ColumnMap.parse("time=timestamp,price=the; \"price\",quantity=amount"))
                .withDelimiter(';'));

        assertThat(scene.events()).containsExactly("BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 0.25");
    }

    @Test
    void takes_pair_and_interval_as_stated_where_the_name_says_nothing() throws IOException {
        scene.file("hourly.csv", "time,o,h,l,c,v", "1615766400,1,3,1,2,9");
        CsvOptions csv = CsvOptions.of(ColumnMap.parse(BARS)).withPair("XBT/EUR");

        assertThat(refusal(csv))
                .hasMessageContaining("hourly.csv: neither the name nor --interval says how long the bars are; ");
        run(csv.withInterval("1h"));

        assertThat(scene.events()).containsExactly("BTC/EUR test-venue 2021-03-15T00:00:00Z c=2.0");
    }

    @ParameterizedTest
    @CsvSource({"trades.dat", "trades", "trades.dat.gz"})
    void may_have_any_name_if_it_is_asked_for_itself(String name) throws IOException {
        scene.file(name, "timestamp,price,amount", "1615766400,100,0.25");
        CsvOptions csv = CsvOptions.of(ColumnMap.parse(TRADES)).withPair("BTC/USD");

        assertThat(refusal(csv))
                .as("in a folder it is one of those that are something else")
                .hasMessageContaining("none is named as csv names them (*.csv, *.tsv or *.txt");
        scene.run(scene.settings("csv", "test-venue", csv)
                .withFrom(List.of(scene.input().resolve(name).toString())));

        assertThat(scene.events()).containsExactly("BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 0.25");
    }

    @Test
    void that_is_asked_for_itself_may_still_name_pair_and_interval() throws IOException {
        scene.file("BTCUSD_60.dat", "time,o,h,l,c,v", "1615766400,1,3,1,2,9");

        scene.run(scene.settings("csv", "test-venue", CsvOptions.of(ColumnMap.parse(BARS)))
                .withFrom(List.of(scene.input().resolve("BTCUSD_60.dat").toString())));

        assertThat(scene.events()).containsExactly("BTC/USD test-venue 2021-03-15T00:00:00Z c=2.0");
    }

    @Test
    void without_a_stated_column_is_refused() throws IOException {
        scene.file("BTCUSD.csv", "time,price,size", "1615766400,100,0.25");
        CsvOptions csv = CsvOptions.of(ColumnMap.parse(TRADES));

        assertThat(refusal(csv).fault()).isEqualTo(Fault.HEADER);
        assertThat(refusal(csv))
                .hasMessageContaining(
                        "BTCUSD.csv: no column amount, timestamp among [time, price, size]; "
                                + "correct the header, or the columns stated with --map, or set such files aside with --quarantine");
    }

    @Test
    void with_another_reading_is_read_again_and_its_values_are_conflicts() throws IOException {
        scene.file("BTCUSD_60.csv", "time,o,h,l,c,v,w", "1615766400,1,3,1,2,9,8");
        run(BARS);

        ImportReport report = run(BARS.replace("volume=v", "volume=w"));

        assertThat(report.known()).isEmpty();
        assertThat(report.totals().conflicts()).isEqualTo(1);
        assertThat(scene.blocks().get(0).values()).startsWith(1, 3, 1, 2, 9);
    }

    @Test
    void with_another_reading_as_a_correction_replaces_what_differs() throws IOException {
        scene.file("BTCUSD_60.csv", "time,o,h,l,c,v,w", "1615766400,1,3,1,2,9,8");
        CsvOptions right = CsvOptions.of(ColumnMap.parse(BARS.replace("volume=v", "volume=w")));
        run(BARS);
        run(right);

        ImportReport report =
                scene.run(scene.settings("csv", "test-venue", right).asCorrection());

        assertThat(report.totals().corrected()).isEqualTo(1);
        assertThat(scene.blocks().get(0).values()).startsWith(1, 3, 1, 2, 8);
        assertThat(run(right).known()).hasSize(1);
        assertThat(scene.run(scene.settings("csv", "test-venue", right).asCorrection())
                        .known())
                .as("corrected once, it has nothing left to correct")
                .hasSize(1);
    }

    @Test
    void corrects_trades_without_ids_row_by_row() throws IOException {
        scene.file("BTCUSD.csv", "timestamp,price,amount", "1615766400,100,7", "1615766400,100,7", "1615766400,101,8");
        CsvOptions right = CsvOptions.of(ColumnMap.parse(TRADES));
        run("time=timestamp,price=amount,quantity=price");

        ImportReport kept = run(right);
        assertThat(kept.totals().conflicts()).isEqualTo(3);
        assertThat(kept.totals().added()).isZero();

        ImportReport report =
                scene.run(scene.settings("csv", "test-venue", right).asCorrection());

        assertThat(report.totals().corrected()).isEqualTo(3);
        assertThat(report.totals().added()).isZero();
        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000000 100.0 × 7.0",
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000001 100.0 × 7.0",
                        "BTC/USD 2021-03-15T00:00:00Z 1615766400000000002 101.0 × 8.0");
    }

    @Test
    void gives_trades_ids_by_a_correction() throws IOException {
        scene.file("BTCUSD.csv", "timestamp,price,amount,id", "1615766400,100,7,41", "1615766400,100,7,42");
        run(TRADES);

        scene.run(scene.settings("csv", "test-venue", CsvOptions.of(ColumnMap.parse(TRADES + ",id=id")))
                .asCorrection());

        assertThat(scene.events())
                .containsExactly(
                        "BTC/USD 2021-03-15T00:00:00Z 41 100.0 × 7.0", "BTC/USD 2021-03-15T00:00:00Z 42 100.0 × 7.0");
    }

    @Test
    void that_is_known_is_still_refused_for_a_column_it_has_not() throws IOException {
        scene.file("BTCUSD.csv", "timestamp,price,amount", "1615766400,100,7");
        run(TRADES);

        assertThat(refusal(CsvOptions.of(ColumnMap.parse(TRADES.replace("amount", "ammount")))))
                .hasMessageContaining("BTCUSD.csv: no column ammount among [timestamp, price, amount]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "time=t,open=o | no high, no low, no close, no volume",
                "time=t,price=p,quantity | 'quantity' is not NAME=COLUMN, no quantity",
                "time=t,price=p,quantity=q,open=o | 'open' is not known",
                "time=t,price=p,quantity=q,time=u | 'time' stands twice",
            })
    void has_columns_stated_once_and_by_known_names(String map, String faults) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnMap.parse(map))
                .withMessageStartingWith("column map '%s': %s; write for bars time=…,open=…".formatted(map, faults));
    }

    @Test
    void needs_a_map_and_a_source() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.settings("csv", null, null))
                .withMessage(
                        "import: source is not stated, expected the venue's id in small letters such as kraken; state it with --source; "
                                + "the columns are not stated; state them with --map, e.g. time=timestamp,price=price,quantity=amount");
    }
}
