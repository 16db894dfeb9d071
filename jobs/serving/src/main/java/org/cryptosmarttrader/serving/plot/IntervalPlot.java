package org.cryptosmarttrader.serving.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values of either sign with where the true ones may lie, one below the other, beside the upright of no effect.
 *
 * @param title of the plot
 * @param unit of the values
 * @param rows from top to bottom, at least one
 */
public record IntervalPlot(String title, String unit, List<Row> rows) {

    /**
     * @param label in front of the value
     * @param value NaN if it is not known: the row stays empty
     * @param low lower end of where the true value may lie; NaN if not said
     * @param high upper end
     * @param shown all of it as text
     */
    public record Row(String label, double value, double low, double high, String shown) {}

    private static final int ROW = 20;
    private static final double RADIUS = 4;

    /** Space left beside the values. */
    private static final double MARGIN = 0.04;

    public String svg() {
        Frame frame = new Frame(title, Frame.room(rows.stream().map(Row::label)), ROW * rows.size() + 4, 40);
        Scale x = scale(frame);
        frame.ruleAcross(Ticks.numbers(x.from(), x.until(), 4), x).names(unit, "");
        frame.line("reference", x.at(0), frame.top(), x.at(0), frame.bottom());
        for (int i = 0; i < rows.size(); i++) {
            draw(frame, rows.get(i), x, frame.top() + 12 + i * ROW);
        }
        return frame.finish();
    }

    /** Over all ends, and 0. */
    private Scale scale(Frame frame) {
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(0),
                        rows.stream().flatMapToDouble(row -> DoubleStream.of(row.value(), row.low(), row.high())))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double least = ends[0];
        double greatest = ends[ends.length - 1];
        double apart = greatest > least ? (greatest - least) * MARGIN : 1;
        return frame.across(least - apart, greatest + apart);
    }

    private static void draw(Frame frame, Row row, Scale x, double y) {
        frame.text(row.label(), "tick", "end", frame.left() - 5, y + 4);
        if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
            frame.line("whisker", x.at(row.low()), y, x.at(row.high()), y);
        }
        if (Double.isFinite(row.value())) {
            frame.circle("point s1", row.label() + ": " + row.shown(), x.at(row.value()), y, RADIUS);
        }
    }
}
