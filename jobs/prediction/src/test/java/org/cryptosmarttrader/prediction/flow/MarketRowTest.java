package org.cryptosmarttrader.prediction.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.SubjectFeature;
import org.cryptosmarttrader.features.index.FearGreed;
import org.cryptosmarttrader.features.index.FundingRate;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.features.price.LogReturn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What concerns every pair")
class MarketRowTest {

    private static final double NONE = Double.NaN;
    private static final FactFeature FUNDING = new FundingRate();

    /** One column of the pair, two of the references, one of the asset's facts, one of the market's. */
    private static final FeatureCatalog CATALOG = new FeatureCatalog(
            List.of(new LogReturn(1)),
            List.of(new ReferenceFeature("BTC", new LogReturn(1)), new ReferenceFeature("ETH", new LogReturn(1))),
            List.of(FUNDING),
            List.of(new SubjectFeature("", new FearGreed(0))),
            List.of());

    private static final MarketRow ROW = new MarketRow(
            5,
            List.of(),
            List.of(),
            new TreeMap<>(Map.of("USD", new double[] {7, 8})),
            new FactRow(new double[] {0.4}, new TreeMap<>(Map.of("BTC", new double[] {0.01})), new double[] {NONE}));

    @Test
    void stands_behind_the_features_of_a_pair_in_the_order_of_the_catalogue() {
        assertThat(ROW.complete(new double[] {1}, "BTC/USD", CATALOG)).containsExactly(1, 7, 8, 0.01, 0.4);
    }

    @Test
    void is_missing_where_the_quote_has_no_reference_or_the_asset_no_facts() {
        assertThat(ROW.complete(new double[] {1}, "DOGE/EUR", CATALOG)).containsExactly(1, NONE, NONE, NONE, 0.4);
    }

    @Test
    void is_missing_while_nothing_is_known() {
        assertThat(MarketRow.unknown(5).complete(new double[] {1}, "BTC/USD", CATALOG))
                .containsExactly(1, NONE, NONE, NONE, NONE);
    }
}
