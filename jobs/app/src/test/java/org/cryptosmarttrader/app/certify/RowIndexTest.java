package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.certify.SomeRows.at;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The index of rows")
class RowIndexTest {

    @Test
    void finds_a_row_by_pair_and_decision() {
        RowIndex rows = SomeRows.features().row(2, 0.2).row(1, 0.1).index();

        assertThat(rows.find(new RowIndex.Key(at(1), "BTC/USD", ""))).isEqualTo(1);
        assertThat(rows.find(new RowIndex.Key(at(3), "BTC/USD", ""))).isNull();
        assertThat(rows.find(new RowIndex.Key(at(1), "ETH/USD", ""))).isNull();
    }

    @Test
    void tells_labels_of_one_decision_apart_by_their_horizon() {
        RowIndex rows = SomeRows.labels()
                .label(0, "1h", 1, 0.1)
                .label(0, "24h", 24, 0.2)
                .index();

        assertThat(rows.find(new RowIndex.Key(at(0), "BTC/USD", "24h"))).isEqualTo(1);
        assertThat(rows.repeated()).isEqualTo(-1);
    }

    @Test
    void says_when_a_row_becomes_available() {
        assertThat(SomeRows.features().row(2, 0.2).index().availableAt(0)).isEqualTo(at(2));
        assertThat(SomeRows.labels().label(2, 3, 0.2).index().availableAt(0)).isEqualTo(at(3));
    }

    @Test
    void names_a_row_that_stands_twice() {
        assertThat(SomeRows.features()
                        .row(1, 0.1)
                        .row(2, 0.2)
                        .row(1, 0.1)
                        .index()
                        .repeated())
                .isEqualTo(2);
        assertThat(SomeRows.features().row(1, 0.1).row(2, 0.2).index().repeated())
                .isEqualTo(-1);
    }
}
