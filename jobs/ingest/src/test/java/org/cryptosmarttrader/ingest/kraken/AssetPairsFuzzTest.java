package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A reply of Kraken's AssetPairs, whatever it is")
class AssetPairsFuzzTest {

    @FuzzTest
    void lists_pairs_that_can_be_traded_or_is_refused_by_name(byte[] reply) {
        AssetPairs pairs;
        try {
            pairs = AssetPairs.parse(reply, Scene.RULES);
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith("kraken");
            return;
        }
        assertThat(pairs.pairs()).extracting(TradedPair::pair).doesNotHaveDuplicates();
        for (TradedPair pair : pairs.pairs()) {
            assertThat(pair.pair()).matches("[A-Z0-9.]+/[A-Z0-9.]+");
            assertThat(pair.stream()).contains("/");
            assertThat(pair.key()).doesNotEndWith(".d");
            assertThat(pair.tickSize()).isPositive();
            assertThat(pair.orderMin()).isPositive();
            assertThat(pair.costMin()).isPositive();
            assertThat(pair.lotDecimals()).isBetween(0, 20);
        }
        assertThat(pairs.leftOut().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }
}
