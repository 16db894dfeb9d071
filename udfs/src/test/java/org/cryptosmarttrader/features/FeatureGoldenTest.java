package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Features equal the golden vectors")
class FeatureGoldenTest {

    private static final String KRAKEN = "ohlcv/kraken-1h/";

    private final Map<String, Feature> features = StandardFeatures.withoutFitted().ofPair().stream()
            .collect(Collectors.toMap(Feature::name, feature -> feature));

    @Test
    void on_240_recorded_bars() {
        Tape tape = Tape.golden();

        assertThat(compare(Golden.vector("C0-"), tape.decidedOn(tape.last()))).isEqualTo(56);
    }

    @Test
    void on_240_recorded_bars_of_which_four_are_removed() {
        Golden golden = Golden.vector("C0b-");
        List<Long> removed = StreamSupport.stream(
                        golden.inputs().get("removedBarStartMs").spliterator(), false)
                .map(start -> Scene.HOURLY.barOf(start.asLong()))
                .toList();
        Tape tape = Tape.golden().without(removed::contains);

        assertThat(removed).hasSize(4);
        assertThat(compare(golden, tape.decidedOn(tape.last()))).isEqualTo(56);
    }

    @Test
    void of_bitcoin_over_recorded_data() {
        assertThat(compareBitcoin("C1-")).isEqualTo(58);
    }

    @Test
    void of_ether_with_bitcoin_as_its_market() {
        Golden golden = Golden.vectorOverData("C2-");
        long bar = decisionBar(golden);
        Tape bitcoin = recorded("BTC/USD", "XBTUSD_60.csv.gz", bar);
        Tape ether = recorded("ETH/USD", "ETHUSD_60.csv.gz", bar);
        History history = ether.decidedOn(bar, MemoryRules.HISTORY_BARS, bitcoin.reference(bar));

        assertThat(compare(golden, history)).isEqualTo(60);
    }

    @Test
    void a_week_after_an_outage() {
        assertThat(compareBitcoin("C3-")).isEqualTo(58);
    }

    @Test
    void hours_after_an_outage() {
        assertThat(compareBitcoin("C4-")).isEqualTo(58);
    }

    @Test
    void across_the_pairs_of_one_hour() {
        Golden golden = Golden.vectorOverData("C5-");
        List<History> members = universe(golden);

        assertThat(members).hasSize(golden.outputs().get("n").asInt());
        assertThat(crossSection(golden, members)).isEqualTo(4 * 33 + 2);
    }

    @Test
    void of_ranks_with_ties() {
        Golden golden = Golden.vector("C6-");
        List<String> pairs = names(golden.inputs().get("ret"));
        double[] returns = pairs.stream()
                .mapToDouble(pair -> Golden.number(golden.inputs().get("ret").get(pair)))
                .toArray();
        double[] ranks = crossSection("xs_rank_ret24").values(returns);

        for (int i = 0; i < returns.length; i++) {
            golden.check(
                    pairs.get(i),
                    ranks[i],
                    Golden.number(golden.outputs().get("rank").get(pairs.get(i))));
        }
        golden.check("breadth", crossSection("breadth_24").values(returns)[0]);
        assertThat(pairs).hasSize(5);
    }

    private int compareBitcoin(String vector) {
        Golden golden = Golden.vectorOverData(vector);
        long bar = decisionBar(golden);
        return compare(golden, recorded("BTC/USD", "XBTUSD_60.csv.gz", bar).decidedOn(bar));
    }

    /** Compares every output of a vector; returns how many there were. */
    private int compare(Golden golden, History history) {
        List<String> names = names(golden.outputs());
        for (String name : names) {
            golden.check(name, value(name, history));
        }
        return names.size();
    }

    private double value(String name, History history) {
        if (name.equals("atr_14")) {
            return features.get("atr_pct_14").value(history) * history.now(Column.CLOSE);
        }
        assertThat(features).containsKey(name);
        return features.get(name).value(history);
    }

    private static int crossSection(Golden golden, List<History> members) {
        double[] returns = checkInputs(golden, "ret_24", crossSection("xs_rank_ret24"), members);
        double[] volumes = checkInputs(golden, "qvol_24", crossSection("xs_rank_vol24"), members);
        checkRanks(golden, "xs_rank_ret24", returns, members);
        checkRanks(golden, "xs_rank_vol24", volumes, members);
        golden.check("breadth_24", crossSection("breadth_24").values(returns)[0]);
        golden.check("dispersion_24", crossSection("dispersion_24").values(returns)[0]);
        return 4 * members.size() + 2;
    }

    private static double[] checkInputs(
            Golden golden, String field, CrossSectionFeature feature, List<History> members) {
        double[] inputs = members.stream().mapToDouble(feature.input()::value).toArray();
        checkAll(golden, field, inputs, members);
        return inputs;
    }

    private static void checkRanks(Golden golden, String field, double[] inputs, List<History> members) {
        checkAll(golden, field, crossSection(field).values(inputs), members);
    }

    private static void checkAll(Golden golden, String field, double[] actual, List<History> members) {
        JsonNode expected = golden.outputs().get(field);
        assertThat(expected).hasSize(members.size());
        for (int i = 0; i < actual.length; i++) {
            String symbol = members.get(i).pair().replace("/", "");
            golden.check(field + " " + symbol, actual[i], Golden.number(expected.get(symbol)));
        }
    }

    private static CrossSectionFeature crossSection(String name) {
        return StandardFeatures.withoutFitted().ofCrossSection().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every recorded pair with a bar in the hour, but the excluded. */
    private static List<History> universe(Golden golden) {
        long bar = decisionBar(golden);
        List<String> excluded = StreamSupport.stream(
                        golden.inputs().get("excludedBases").spliterator(), false)
                .map(base -> base.asText() + "/USDT")
                .toList();
        List<History> members = new ArrayList<>();
        String folder = "ohlcv/binance-1h-2024-2026";
        for (String file : Golden.shared("data/" + folder).toFile().list()) {
            String pair = file.replace("USDT_60.csv.gz", "/USDT");
            Tape tape = Tape.recorded(pair, folder + "/" + file, bar - 24, bar + 1);
            if (!excluded.contains(pair) && tape.has(bar)) {
                members.add(tape.decidedOn(bar, 25));
            }
        }
        return members;
    }

    private static Tape recorded(String pair, String file, long bar) {
        return Tape.recorded(pair, KRAKEN + file, bar - MemoryRules.HISTORY_BARS, bar + 1);
    }

    private static long decisionBar(Golden golden) {
        return Scene.HOURLY.barOf((long) golden.input("decisionBarStartMs"));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }
}
