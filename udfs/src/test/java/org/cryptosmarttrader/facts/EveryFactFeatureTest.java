package org.cryptosmarttrader.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.features.SubjectFeature;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every feature of facts")
class EveryFactFeatureTest {

    private static final long TICK = FactScene.HOURLY.tick(500_000);
    private static final List<String> METRICS = List.of(
            "FlowInExUSD",
            "FlowOutExUSD",
            "SplyExNtv",
            "AdrActCnt",
            "TxCnt",
            "TxTfrCnt",
            "HashRate",
            "FeeTotNtv",
            "CapMVRVCur");
    private static final FactScene SCENE = busyWeeks();
    private static final FactMemory WHOLE = SCENE.at(TICK);
    private static final Map<Long, FactMemory> BEGUN = new TreeMap<>();

    /** Seven weeks up to the tick with something of every kind, by a fixed recipe. */
    static FactScene busyWeeks() {
        FactScene scene = new FactScene();
        int hours = 49 * 24;
        for (int ago = hours; ago >= 1; ago--) {
            long at = TICK - ago * TickGrid.HOUR + ago * 7919 % 3_000_000;
            String group = List.of("news", "reddit", "x").get(ago % 3);
            String words = ago % 5 == 0 ? "again and again the same old words" : "words number " + ago + " of many";
            scene.text(group, "t" + ago, at, (ago * 37 % 200 - 100) / 100.0, ago % 2 == 0 ? "BTC" : "ETH BTC", words);
            scene.transfer(
                    "w" + ago,
                    at,
                    2e6 + ago * 7919 % 1_000 * 1e4,
                    ago % 2 == 0 ? "kraken" : "unknown",
                    ago % 3 == 0 ? "binance" : "unknown");
            if (ago % 7 == 0) {
                scene.transfer("v" + ago, at, 4e6, "unknown", "unknown");
            }
        }
        long firstDay = (TICK / TickGrid.DAY - 49) * TickGrid.DAY;
        for (int day = 0; day < 49; day++) {
            long end = firstDay + day * TickGrid.DAY;
            for (String metric : METRICS) {
                scene.daily("BTC", metric, end, end + 12 * TickGrid.HOUR, 100 + (day * 31 + metric.length() * 7) % 17);
            }
            scene.daily("", "fear_greed", end, end, 10 + day * 13 % 80);
            scene.daily("BTC", "funding_rate", end, end, (day * 29 % 40 - 20) / 1e5);
        }
        for (int ago = hours; ago >= 1; ago--) {
            long from = TICK - 5_000 - ago * TickGrid.HOUR;
            for (String feed : List.of("news", "reddit", "x", "bitcoin")) {
                scene.listened(feed, from, from + TickGrid.HOUR);
            }
        }
        return scene;
    }

    static Stream<FactFeature> features() {
        return Stream.concat(
                StandardFeatures.withoutFitted().ofAsset().stream(),
                StandardFeatures.withoutFitted().ofMarket().stream());
    }

    private static double value(FactFeature feature, FactMemory memory, long tick) {
        String asset = feature instanceof SubjectFeature about ? about.subject() : "BTC";
        return feature.value(memory.facts(asset, tick, FactScene.RULES));
    }

    @ParameterizedTest
    @MethodSource("features")
    void lies_in_its_range_where_everything_is_known(FactFeature feature) {
        double value = value(feature, WHOLE, TICK);

        assertThat(value).as(feature.name()).matches(feature.range()::contains, "in " + feature.range());
    }

    @ParameterizedTest
    @MethodSource("features")
    void needs_nothing_from_before_its_memory(FactFeature feature) {
        long from = TICK - feature.memoryHours() * TickGrid.HOUR;

        assertThat(value(feature, BEGUN.computeIfAbsent(from + 1, begun -> SCENE.at(TICK, begun)), TICK))
                .as("%s, begun %d hours before".formatted(feature.name(), feature.memoryHours()))
                .isEqualTo(Double.valueOf(value(feature, WHOLE, TICK)));
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_missing_where_nothing_is_known(FactFeature feature) {
        assertThat(value(feature, new FactMemory(), TICK)).as(feature.name()).isNaN();
    }

    @ParameterizedTest
    @MethodSource("features")
    void fits_into_what_is_remembered(FactFeature feature) {
        assertThat(feature.memoryHours() * TickGrid.HOUR).isLessThanOrEqualTo(FactRules.MEMORY_MILLIS);
    }
}
