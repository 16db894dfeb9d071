package org.cryptosmarttrader.serving.trials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.evaluation.DeflatedSharpe;
import org.cryptosmarttrader.evaluation.SharpeRatio;
import org.cryptosmarttrader.wire.trials.HourlyReturns;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;

/** Everything tried on an archive, with the returns it brought, to say what one account is worth among all of it. */
public final class CountedTrials {

    private final TrialLedger.Content content;
    /** By trial, quote currency and lane. */
    private final SortedMap<String, SortedMap<String, SortedMap<String, HourlyReturns>>> returns;

    private CountedTrials(
            TrialLedger.Content content,
            SortedMap<String, SortedMap<String, SortedMap<String, HourlyReturns>>> returns) {
        this.content = content;
        this.returns = returns;
    }

    /** @throws IOException if the ledger is damaged */
    public static CountedTrials of(TrialLedger ledger) throws IOException {
        TrialLedger.Content content = ledger.read();
        SortedMap<String, SortedMap<String, SortedMap<String, HourlyReturns>>> returns = new TreeMap<>();
        for (Trial trial : content.trials()) {
            if (trial.returns() != null) {
                returns.put(trial.id(), HourlyReturns.read(ledger.returns(trial.returns())));
            }
        }
        return new CountedTrials(content, returns);
    }

    int lines() {
        return content.lines();
    }

    String head() {
        return content.head();
    }

    /** Trials besides one, whether it stands in the ledger or not. */
    int besides(String id) {
        return others(id).size();
    }

    private List<Trial> others(String id) {
        return content.trials().stream().filter(trial -> !trial.id().equals(id)).toList();
    }

    /**
     * What an account is worth among all trials; its own is one of them, or one more.
     *
     * @param id of its own trial
     */
    public Selection selection(String id, String quote, String lane, HourlyReturns own) {
        List<Trial> others = others(id);
        List<double[]> compared = new ArrayList<>(List.of(own.values()));
        for (Trial other : others) {
            HourlyReturns hourly = returns.getOrDefault(other.id(), Collections.emptySortedMap())
                    .getOrDefault(quote, Collections.emptySortedMap())
                    .get(lane);
            double[] same = hourly == null ? null : hourly.within(own.firstHour(), own.values().length);
            if (same != null) {
                compared.add(same);
            }
        }
        return Selection.of(own.values(), others.size() + 1, sharpes(others, quote, lane, own), compared);
    }

    /** Probability that the true ratio exceeds what the best of so many worthless trials would show; NaN if unknown. */
    public double deflated(String id, String quote, String lane, HourlyReturns own) {
        List<Trial> others = others(id);
        return DeflatedSharpe.of(SharpeRatio.of(own.values()), others.size() + 1, sharpes(others, quote, lane, own))
                .probability();
    }

    private static double[] sharpes(List<Trial> others, String quote, String lane, HourlyReturns own) {
        List<Double> sharpes = new ArrayList<>();
        sharpes.add(Trial.Figures.of(own.values()).sharpe());
        others.forEach(other -> sharpes.add(sharpe(other, quote, lane)));
        return sharpes.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Double sharpe(Trial trial, String quote, String lane) {
        SortedMap<String, Trial.Figures> lanes = trial.accounts().get(quote);
        Trial.Figures figures = lanes == null ? null : lanes.get(lane);
        return figures == null ? null : figures.sharpe();
    }
}
