package org.cryptosmarttrader.wire.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The datasets of a run")
class DatasetsTest {

    private final RowBuilder refused = new RowBuilder(Datasets.REFUSED);

    private void staleModel(String detail) {
        refused.row()
                .set(0, 5_000L)
                .set(1, "")
                .set(2, "cst-train")
                .set(3, "MODEL")
                .set(4, 0L)
                .set(5, 4_000L)
                .set(6, 4_000L)
                .set(7, "STALE_CARD")
                .set(8, detail);
    }

    @Test
    void tell_models_apart_that_are_refused_at_one_tick_for_one_reason() {
        staleModel("forest 1h: card lists 263 columns");
        staleModel("boosted 1h: card lists 263 columns");
        RowBatch rows = refused.build();
        RowEncoder encoder = new RowEncoder(Datasets.REFUSED);

        assertThat(encoder.key(rows, 0)).isNotEqualTo(encoder.key(rows, 1));
    }

    @Test
    void say_what_a_row_is() {
        assertThat(Datasets.all(new FeatureCatalog(List.of(), List.of())).keySet())
                .allSatisfy(dataset -> assertThat(Datasets.rowOf(dataset)).isNotBlank());
    }
}
