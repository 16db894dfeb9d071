package org.cryptosmarttrader.app.runs;

import java.util.List;
import org.cryptosmarttrader.wire.models.Controls;

/** What the controls of a forest said, a line each; a failed one begins with WARN. */
public final class ControlsSummary {

    private ControlsSummary() {}

    public static List<String> lines(Controls controls) {
        Controls.Permuted permuted = controls.permuted();
        Controls.Planted planted = controls.planted();
        return List.of(
                line(
                        controls,
                        permuted.passed(),
                        "labels dealt out at random: AUC %s, must lie within %s of .500"
                                .formatted(
                                        number(permuted.auc()),
                                        permuted.sigma() == null ? "–" : number(permuted.bound() * permuted.sigma())),
                        "the forest knows labels it cannot know; look for a leak between training and held-back rows"),
                line(
                        controls,
                        planted.passed(),
                        "signal planted in %s: AUC %s, must reach %s of an ideal %s"
                                .formatted(
                                        planted.column(),
                                        number(planted.auc()),
                                        number(planted.bound()),
                                        number(planted.ideal())),
                        "the forest misses what is there; look at its settings, and whether the rows are enough"));
    }

    private static String line(Controls controls, boolean passed, String what, String advice) {
        String said = "%-5s control     %s".formatted(controls.horizon(), what);
        return passed ? said + ": passed" : "WARN %s: FAILED; %s".formatted(said, advice);
    }

    private static String number(Double value) {
        return value == null ? "–" : "%.3f".formatted(value);
    }
}
