package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.serving.plot.BarPlot;
import org.cryptosmarttrader.serving.plot.ReliabilityPlot;

/** What came of forecasts, as drawings. */
final class OutcomePlots {

    private OutcomePlots() {}

    /** How often each probability came true. */
    static String reliability(String name, SkillReport skill) {
        return new ReliabilityPlot(
                        "%s: what came of each probability".formatted(name),
                        skill.reliability().stream().map(SkillReport.Bin::point).toList())
                .svg();
    }

    /** Shares that held by month, with where the true ones may lie, beside the promise. */
    static String coverage(String name, CoverageReport coverage) {
        boolean oneCurrency = coverage.months().stream()
                        .map(CoverageReport.Month::quote)
                        .distinct()
                        .count()
                == 1;
        List<BarPlot.Bar> bars = coverage.months().stream()
                .map(month -> new BarPlot.Bar(
                        oneCurrency ? month.month() : month.month() + " " + month.quote(),
                        month.realised(),
                        "%s of %,d".formatted(Words.percent(month.realised()), month.intervals()),
                        month.lower(),
                        month.upper(),
                        month.alarm() ? "s2" : "s1"))
                .toList();
        return new BarPlot(
                        "%s: share of intervals that held".formatted(name),
                        "bar: held; whisker: true share; dashes: promised",
                        bars,
                        1,
                        coverage.promised())
                .svg();
    }

    /** Where outcomes lay in their distribution. */
    static String placement(String name, IntervalReport intervals) {
        List<Integer> counts = intervals.pit();
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        List<BarPlot.Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < counts.size(); bin++) {
            double share = counts.get(bin) / all;
            bars.add(new BarPlot.Bar(
                    "%d to %d %%".formatted(10 * bin, 10 * bin + 10),
                    share,
                    Words.percent(share),
                    Double.NaN,
                    Double.NaN,
                    "s1"));
        }
        double longest = bars.stream().mapToDouble(BarPlot.Bar::value).max().orElseThrow();
        return new BarPlot(
                        "%s: where outcomes lay in their distribution".formatted(name),
                        "share of outcomes; dashes: all bars of a distribution that is right",
                        bars,
                        Math.max(0.2, 1.25 * longest),
                        1.0 / counts.size())
                .svg();
    }
}
