package org.cryptosmarttrader.wire.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A day whose rows are proved")
class ProvenDayTest {

    private static final List<String> PAIRS = List.of("ETH/USD", "BTC/USD", "ADA/USD");

    @TempDir
    Path folder;

    private RunFolder run() {
        RowBuilder rows = new RowBuilder(Datasets.BARS);
        for (int hour = 1; hour <= 2; hour++) {
            for (String pair : PAIRS) {
                rows.row().set(0, hour * TickGrid.HOUR).set(1, pair).set(2, 0L);
                for (int price = 3; price < Datasets.BARS.width(); price++) {
                    rows.set(price, hour * 10.0 + pair.length());
                }
            }
        }
        // a delivery that came again, and a row of the next day
        rows.row().set(0, TickGrid.HOUR).set(1, "ETH/USD").set(2, 0L);
        for (int price = 3; price < Datasets.BARS.width(); price++) {
            rows.set(price, 17.0);
        }
        rows.row().set(0, TickGrid.DAY).set(1, "ETH/USD").set(2, 0L);
        return new RunScene(folder, "one", new FeatureCatalog(List.of(), List.of()), 2 * TickGrid.DAY)
                .write(Datasets.BARS, rows.build())
                .folder();
    }

    @Test
    void leads_each_row_to_the_root_the_run_is_sealed_with() throws IOException {
        RunFolder run = run();

        ProvenDay day = ProvenDay.read(run, Datasets.BARS, 0);

        assertThat(Sha256.hex(day.root()))
                .isEqualTo(Sha256.hex(run.digest(Datasets.BARS).dayRoots().get(0L)));
        assertThat(day.rows().rows()).isEqualTo(7);
        for (int row = 0; row < 7; row++) {
            assertThat(day.proof(row).size()).isEqualTo(6);
            assertThat(day.proof(row).root(day.leaf(row))).isEqualTo(day.root());
        }
    }

    @Test
    void finds_a_row_by_its_key() throws IOException {
        ProvenDay day = ProvenDay.read(run(), Datasets.BARS, 0);

        int row = day.row("BTC/USD", 2 * TickGrid.HOUR).orElseThrow();
        assertThat(day.rows().strings(1)[row]).isEqualTo("BTC/USD");
        assertThat(day.rows().longs(0)[row]).isEqualTo(2 * TickGrid.HOUR);
        assertThat(day.row("BTC/USD", 3 * TickGrid.HOUR)).isEmpty();
        assertThat(day.row("ETH/USD", TickGrid.DAY)).as("of another day").isEmpty();
    }

    @Test
    void refuses_what_is_no_key() throws IOException {
        ProvenDay day = ProvenDay.read(run(), Datasets.BARS, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> day.row("BTC/USD"))
                .withMessage("dataset bars: 1 values for the key [pair, decision_at]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day.row(1L, "BTC/USD"))
                .withMessage("dataset bars: '1' is no value of key column pair");
    }
}
