package org.cryptosmarttrader.app.commands;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.wire.models.Importance;

/** What a model owes to its columns, as a table for a terminal. */
final class ImportanceSummary {

    private static final String UNKNOWN = "–";
    private static final int COLUMNS_SHOWN = 5;

    private ImportanceSummary() {}

    static List<String> lines(Importance importance) {
        List<String> lines = new ArrayList<>();
        lines.add("      on %,d rows held back, %,d decisions, %s independent outcomes; above 0: the group helped"
                .formatted(
                        importance.heldBack().rows(),
                        importance.decisions(),
                        number(importance.independentOutcomes(), 1)));
        lines.add("      %-12s %7s  %-20s %-16s %-36s %-28s %9s %9s %9s"
                .formatted(
                        "group",
                        "columns",
                        "permuted: Brier +",
                        "rank corr. -",
                        "left out: Brier + [95 %]",
                        "AUC - [95 %]",
                        "|Δ p_up|",
                        "|Δ ret.|",
                        "rank corr."));
        importance.groups().forEach(group -> lines.add(line(group)));
        lines.add(
                "      %-12s %7s  %-20s %-16s %s".formatted("other seed", "", "", "", regrown(importance.otherSeed())));
        importance.absent().forEach((group, why) -> lines.add("      %-12s absent: %s".formatted(group, why)));
        lines.add("      costliest columns of %d: %s"
                .formatted(
                        importance.columnsMeasured(),
                        String.join(
                                ", ",
                                importance.columns().stream()
                                        .limit(COLUMNS_SHOWN)
                                        .map(column -> column.column() + " "
                                                + signed(column.permuted().brierRise(), 5))
                                        .toList())));
        return lines;
    }

    private static String line(Importance.Group group) {
        Importance.Permuted permuted = group.permuted();
        return "      %-12s %7d  %-20s %-16s %s"
                .formatted(
                        group.group(),
                        group.columns(),
                        signed(permuted.brierRise(), 5) + " ± " + number(permuted.brierRiseDeviation(), 5),
                        signed(permuted.rankCorrelationLoss(), 4),
                        group.without() == null ? "no other group" : regrown(group.without()));
    }

    private static String regrown(Importance.Regrown other) {
        return "%-36s %-28s %9s %9s %9s"
                .formatted(
                        difference(other.brierRise(), 5),
                        difference(other.aucLoss(), 4),
                        number(other.meanChangeOfPUp(), 4),
                        number(other.meanChangeOfScaledReturn(), 4),
                        number(other.rankCorrelationOfPUp(), 3));
    }

    private static String difference(Importance.Difference difference, int decimals) {
        return "%s [%s, %s]"
                .formatted(
                        signed(difference.value(), decimals),
                        signed(difference.lower(), decimals),
                        signed(difference.upper(), decimals));
    }

    private static String signed(Double value, int decimals) {
        return value == null ? UNKNOWN : ("%+." + decimals + "f").formatted(value);
    }

    private static String number(Double value, int decimals) {
        return value == null ? UNKNOWN : ("%,." + decimals + "f").formatted(value);
    }
}
