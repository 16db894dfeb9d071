package org.cryptosmarttrader.app.commands;

import java.util.Locale;
import org.cryptosmarttrader.serving.report.ReturnFigures;
import org.cryptosmarttrader.serving.trials.Selection;
import org.cryptosmarttrader.wire.trials.Trial;

/** Trials, in a line each. */
final class TrialSummary {

    private static final String UNKNOWN = "–";

    private TrialSummary() {}

    /** A Sharpe ratio never stands alone: beside it what it is worth among all trials. */
    static String line(String quote, String lane, ReturnFigures figures, Selection selection) {
        return "%-10s %s: Sharpe ratio %s a year; of %,d trials, more than luck with %s (deflated), overfitted with %s; %s"
                .formatted(
                        lane,
                        quote,
                        number(figures.sharpeAnnual(), 2),
                        selection.trials(),
                        number(selection.deflatedSharpe(), 3),
                        number(selection.overfitting(), 3),
                        selection.promising() ? "promising" : "not promising");
    }

    /** A trial of the ledger. */
    static String line(Trial trial) {
        StringBuilder line = new StringBuilder("%-8s %-40s %s to %s  %s"
                .formatted(
                        trial.kind(),
                        trial.id(),
                        day(trial.from()),
                        day(trial.until()),
                        String.join(",", trial.horizons())));
        trial.accounts()
                .forEach((quote, lanes) -> lanes.forEach((lane, figures) -> {
                    if (figures.sharpe() != null) {
                        line.append("  %s %s %s %% in %,d h, Sharpe ratio %s an hour"
                                .formatted(
                                        lane,
                                        quote,
                                        number(100 * figures.total(), 2),
                                        figures.hours(),
                                        number(figures.sharpe(), 4)));
                    }
                }));
        trial.scores().forEach((name, score) -> line.append("  %s %s".formatted(name, number(score, 4))));
        return line.toString();
    }

    private static String day(String instant) {
        return instant.substring(0, "2021-03-04".length());
    }

    private static String number(Double value, int decimals) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
