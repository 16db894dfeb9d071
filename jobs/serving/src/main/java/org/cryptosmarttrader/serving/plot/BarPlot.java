package org.cryptosmarttrader.serving.plot;

import java.util.List;

/**
 * Lying bars, one below the other.
 *
 * @param title of the plot
 * @param unit of the values
 * @param bars from top to bottom
 * @param limit value at the right edge; NaN for the greatest value
 * @param reference value marked through all bars; NaN for none
 */
public record BarPlot(String title, String unit, List<Bar> bars, double limit, double reference) {

    /**
     * @param label in front of the bar
     * @param value 0 or more
     * @param shown value as text behind the bar
     * @param low lower end of where the true value may lie; NaN if not said
     * @param high upper end
     * @param style class that colours the bar
     */
    public record Bar(String label, double value, String shown, double low, double high, String style) {}

    private static final int ROW = 20;

    public String svg() {
        int left = Frame.room(bars.stream().map(Bar::label));
        Frame frame = new Frame(title, left, ROW * bars.size() + 4, 40);
        Scale x = frame.across(0, edge());
        frame.ruleAcross(Ticks.numbers(0, edge(), 5), x).names(unit, "");
        for (int i = 0; i < bars.size(); i++) {
            draw(frame, bars.get(i), x, frame.top() + 3 + i * ROW);
        }
        if (!Double.isNaN(reference)) {
            frame.line("reference", x.at(reference), frame.top(), x.at(reference), frame.bottom());
        }
        return frame.finish();
    }

    private double edge() {
        double greatest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        // room for the value's text behind the longest bar
        return Double.isNaN(limit) ? Math.max(1, greatest * 1.25) : limit;
    }

    private static void draw(Frame frame, Bar bar, Scale x, double y) {
        frame.text(bar.label(), "tick", "end", frame.left() - 5, y + 12);
        double width = x.at(bar.value()) - frame.left();
        frame.box("bar " + bar.style(), bar.label() + ": " + bar.shown(), frame.left(), y, width, ROW - 6);
        if (!Double.isNaN(bar.low())) {
            frame.line("whisker", x.at(bar.low()), y + 7, x.at(bar.high()), y + 7);
        } else {
            frame.text(bar.shown(), "value", "start", frame.left() + width + 4, y + 12);
        }
    }
}
