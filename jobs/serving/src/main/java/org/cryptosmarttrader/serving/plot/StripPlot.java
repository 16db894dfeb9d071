package org.cryptosmarttrader.serving.plot;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Shares over time, a strip for each name: the fuller a cell, the greater the share. The height says it as well as the
 * colour does.
 *
 * @param title of the plot
 * @param from beginning of the first cell, epoch milliseconds
 * @param until end of the last cell
 * @param strips from top to bottom, all of as many cells
 */
public record StripPlot(String title, long from, long until, List<Strip> strips) {

    /**
     * @param name in front of the strip
     * @param style class that colours it
     * @param shares of each cell, 0 to 1; NaN where there is nothing to share
     */
    public record Strip(String name, String style, double[] shares) {}

    private static final int ROW = 22;

    public String svg() {
        int left = Frame.room(strips.stream().map(Strip::name));
        Frame frame = new Frame(title, left, ROW * strips.size() + 2, 40);
        Scale x = frame.across(from, until);
        frame.ruleAcross(Ticks.times(from, until, 5), x).names("UTC", "share of verdicts");
        for (int i = 0; i < strips.size(); i++) {
            draw(frame, strips.get(i), x, frame.top() + 2 + i * ROW);
        }
        return frame.finish();
    }

    private void draw(Frame frame, Strip strip, Scale x, double y) {
        frame.text(strip.name(), "tick", "end", frame.left() - 5, y + 14);
        frame.line("grid", frame.left(), y + ROW - 2, frame.right(), y + ROW - 2);
        double width = (x.end() - x.start()) / strip.shares().length;
        for (int cell = 0; cell < strip.shares().length; cell++) {
            double share = strip.shares()[cell];
            if (share > 0) {
                double height = (ROW - 4) * share;
                String day = Instant.ofEpochMilli(from + (until - from) * cell / strip.shares().length)
                        .toString()
                        .substring(0, "2021-03-04".length());
                String title = String.format(Locale.ROOT, "%s from %s: %.0f %%", strip.name(), day, 100 * share);
                frame.box("bar " + strip.style(), title, x.start() + cell * width, y + ROW - 2 - height, width, height);
            }
        }
    }
}
