package org.cryptosmarttrader.serving.plot;

import java.util.List;
import java.util.Locale;
import org.cryptosmarttrader.evaluation.ReliabilityBin;

/**
 * How often what was forecast with a probability came true: on the diagonal, as often as said. The area of a point grows
 * with the number of forecasts behind it.
 */
public record ReliabilityPlot(String title, List<ReliabilityBin> bins) {

    private static final int HEIGHT = 260;
    private static final double GREATEST_RADIUS = 11;
    private static final double SMALLEST_RADIUS = 2.5;

    public String svg() {
        Frame frame = new Frame(title, 52, HEIGHT, 40);
        Scale x = frame.across(0, 1);
        Scale y = frame.up(0, 1);
        frame.ruleUp(Ticks.numbers(0, 1, 5), y)
                .ruleAcross(Ticks.numbers(0, 1, 5), x)
                .names("probability forecast", "share that rose");
        frame.line("reference", x.at(0), y.at(0), x.at(1), y.at(1));
        int most = bins.stream().mapToInt(ReliabilityBin::n).max().orElse(0);
        bins.stream().filter(bin -> bin.n() > 0).forEach(bin -> draw(frame, bin, most, x, y));
        return frame.finish();
    }

    private static void draw(Frame frame, ReliabilityBin bin, int most, Scale x, Scale y) {
        double radius = Math.max(SMALLEST_RADIUS, GREATEST_RADIUS * Math.sqrt((double) bin.n() / most));
        String title = String.format(
                Locale.ROOT,
                "%,d forecasts of %.1f %% on average, %.1f %% rose",
                bin.n(),
                100 * bin.meanProbability(),
                100 * bin.upShare());
        frame.circle("point s1", title, x.at(bin.meanProbability()), y.at(bin.upShare()), radius);
    }
}
