package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.features.regime.HiddenMarkovModel;
import org.cryptosmarttrader.features.regime.HiddenState;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.Scene;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue of features")
class FeatureCatalogTest {

    private final FeatureCatalog catalog = StandardFeatures.withoutFitted();

    private static FeatureCatalog referring(ReferenceFeature... features) {
        return new FeatureCatalog(List.of(), List.of(features), List.of(), List.of(), List.of());
    }

    @Test
    void gives_each_column_a_name_of_its_own() {
        assertThat(catalog.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        assertThat(catalog.beforeCrossSection() + catalog.ofCrossSection().size())
                .isEqualTo(catalog.size());
    }

    @Test
    void has_the_hidden_states_of_bitcoin_behind_its_other_features() {
        HiddenState calm = new HiddenState(0.5, 0, 0.005, List.of(0.9, 0.1));
        HiddenState storm = new HiddenState(0.5, 0, 0.02, List.of(0.1, 0.9));
        FeatureCatalog fitted = StandardFeatures.with(new HiddenMarkovModel(TickGrid.HOUR, 0, 1, List.of(calm, storm)));
        FeatureCatalog other = StandardFeatures.with(new HiddenMarkovModel(TickGrid.HOUR, 0, 1, List.of(calm, calm)));

        assertThat(fitted.names()).hasSize(catalog.size() + 1);
        assertThat(fitted.indexOf("btc_hmm_storm"))
                .isEqualTo(catalog.ofPair().size() + catalog.ofReference().size());
        assertThat(fitted.fingerprint(Scene.HOURLY)).isNotEqualTo(other.fingerprint(Scene.HOURLY));
    }

    @Test
    void tells_of_each_column_what_a_reader_needs() {
        assertThat(catalog.docs()).extracting(FeatureDoc::name).isEqualTo(catalog.names());
        for (FeatureDoc doc : catalog.docs()) {
            assertThat(doc.unit()).as("unit of %s", doc.name()).isNotBlank();
            assertThat(doc.meaning())
                    .as("meaning of %s: formula in words; source", doc.name())
                    .matches("[^;]{10,}; \\S.*")
                    .doesNotContain("%");
            assertThat(doc.memoryBars() + doc.memoryHours())
                    .as("memory of %s", doc.name())
                    .isBetween(1, MemoryRules.HISTORY_BARS);
            assertThat(doc.gapClass()).as("gap class of %s", doc.name()).isNotNull();
            assertThat(doc.group()).as("group of %s", doc.name()).matches("[a-z]+");
            assertThat(doc.source()).as("source of %s", doc.name()).isNotBlank();
            assertThat(doc.availability()).as("availability of %s", doc.name()).isNotBlank();
        }
    }

    @Test
    void needs_as_many_bars_as_its_most_forgetless_feature() {
        assertThat(catalog.memoryBars()).isEqualTo(721); // ret_720
    }

    @Test
    void computes_one_value_per_column() {
        History history = Scene.closes(100, 110);

        double[] values = catalog.values(history);

        assertThat(values).hasSize(catalog.ofPair().size());
        assertThat(values[catalog.indexOf("ret_1")]).isEqualTo(StrictMath.log(110.0 / 100));
        assertThat(catalog.crossSectionInputs(history))
                .hasSize(catalog.ofCrossSection().size())
                .endsWith(Double.NaN);
    }

    @Test
    void takes_features_of_a_reference_where_it_is_known() {
        FeatureCatalog two = referring(
                new ReferenceFeature("BTC", new LogReturn(1)),
                new ReferenceFeature("ETH", new LogReturn(1)),
                new ReferenceFeature("BTC", new LogReturn(2)));

        assertThat(two.referenceValues(Map.of("BTC", Scene.closes(100, 110))))
                .containsExactly(StrictMath.log(110.0 / 100), Double.NaN, Double.NaN);
        assertThat(two.names()).containsExactly("btc_ret_1", "eth_ret_1", "btc_ret_2");
        assertThat(two.group(1)).isEqualTo("market");
        assertThat(two.docs().get(1).source()).isEqualTo("bars of ETH");
    }

    @Test
    void describes_a_column_in_one_line() {
        assertThat(catalog.docs().get(catalog.indexOf("btc_rsi_14")).description())
                .startsWith("of BTC in the same quote currency: ")
                .endsWith("; range 0..100; group market; of bars of BTC; memory 240 bars; gap class RECURSIVE");
    }

    @Test
    void refuses_two_features_of_one_name() {
        List<Feature> twice = List.of(new LogReturn(1), new LogReturn(1));

        assertThatThrownBy(() -> new FeatureCatalog(twice, List.of()))
                .hasMessage("feature catalogue: 'ret_1' is listed twice; names are unique");
        assertThatThrownBy(() -> catalog.indexOf("ret_5")).hasMessage("feature catalogue: no feature 'ret_5'");
    }

    @Test
    void has_another_fingerprint_with_other_features_or_ticks() {
        FeatureCatalog one = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        FeatureCatalog same = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        FeatureCatalog other = new FeatureCatalog(List.of(new CloseToCloseVolatility(2)), List.of());
        FeatureCatalog ofBitcoin = referring(new ReferenceFeature("BTC", new LogReturn(1)));
        TickGrid quarters = new TickGrid(TickGrid.HOUR / 4, 5_000);

        assertThat(one.fingerprint(Scene.HOURLY))
                .isEqualTo(same.fingerprint(Scene.HOURLY))
                .isNotEqualTo(other.fingerprint(Scene.HOURLY))
                .isNotEqualTo(one.fingerprint(quarters))
                .isNotEqualTo(ofBitcoin.fingerprint(Scene.HOURLY))
                .hasSize(64);
    }

    @Test
    void refuses_windows_that_make_no_sense() {
        assertThatThrownBy(() -> new CloseToCloseVolatility(1))
                .hasMessage("close-to-close volatility: window is 1 bars, needs 2 to 899");
        assertThatThrownBy(() -> new LogReturn(900)).hasMessage("log return: window is 900 bars, needs 1 to 899");
    }
}
