package org.cryptosmarttrader.serving.plot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Lines over time.
 *
 * @param title of the plot
 * @param unit of the values, beside the title
 * @param steps whether a value holds until the next one; otherwise points are joined straight
 * @param series at least one value among them
 */
public record LinePlot(String title, String unit, boolean steps, List<Series> series) {

    private static final int HEIGHT = 200;
    private static final int BANDS = 48;

    /** Space left above and below the values. */
    private static final double MARGIN = 0.04;

    public String svg() {
        double[] across = times();
        double[] values = values();
        double margin = (values[1] - values[0]) * MARGIN;
        Frame frame = new Frame(title, 52, HEIGHT, 40 + Frame.legendHeight(series.size()));
        Scale x = frame.across(across[0], across[1]);
        Scale y = frame.up(values[0] - margin, values[1] + margin);
        frame.ruleUp(Ticks.numbers(y.from(), y.until(), 6), y)
                .ruleAcross(Ticks.times(x.from(), x.until(), 5), x)
                .names("UTC", unit);
        for (int i = 0; i < series.size(); i++) {
            draw(frame, series.get(i), x, y);
            frame.legend(i, series.get(i).name(), "line " + series.get(i).style());
        }
        pointerBands(frame, x);
        return frame.finish();
    }

    /** From the first instant to the last, and no further: outside there is nothing to point at. */
    private double[] times() {
        LongSummaryStatistics times = series.stream()
                .flatMapToLong(line -> LongStream.of(line.times()))
                .summaryStatistics();
        return times.getCount() == 0
                ? new double[] {0, 1}
                : new double[] {times.getMin(), Math.max(times.getMax(), times.getMin() + 1)};
    }

    /** Lowest and highest, apart from each other. */
    private double[] values() {
        DoubleSummaryStatistics values = series.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.values()))
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        if (values.getCount() == 0) {
            return new double[] {0, 1};
        }
        double low = values.getMin();
        double high = values.getMax();
        double apart = Math.max(Math.abs(high) * 1e-3, 1e-6);
        return high - low > apart ? new double[] {low, high} : new double[] {low - apart, high + apart};
    }

    private void draw(Frame frame, Series line, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        double lastY = Double.NaN;
        for (int i : kept(line, x)) {
            double value = line.values()[i];
            if (!Double.isNaN(value)) {
                double toX = x.at(line.times()[i]);
                double toY = y.at(value);
                if (pen && steps) {
                    path.append(point('L', toX, lastY));
                }
                path.append(point(pen ? 'L' : 'M', toX, toY));
                lastY = toY;
            }
            pen = !Double.isNaN(value);
        }
        if (path.length() > 0) {
            frame.svg().open("path", "class", "line " + line.style(), "d", path.toString());
            frame.svg().element("title", line.name()).close();
        }
    }

    private static String point(char command, double x, double y) {
        return command + Frame.number(x) + " " + Frame.number(y);
    }

    /** Of each pixel column the first, lowest, highest and last value: what can be seen. */
    private static List<Integer> kept(Series line, Scale x) {
        List<Integer> kept = new ArrayList<>();
        int begin = 0;
        while (begin < line.times().length) {
            int column = (int) x.at(line.times()[begin]);
            int low = begin;
            int high = begin;
            int end = begin;
            while (end < line.times().length && (int) x.at(line.times()[end]) == column) {
                low = line.values()[end] < line.values()[low] ? end : low;
                high = line.values()[end] > line.values()[high] ? end : high;
                end++;
            }
            IntStream.of(begin, low, high, end - 1).sorted().distinct().forEach(kept::add);
            begin = end;
        }
        return kept;
    }

    /** Upright bands that tell the values under the pointer. */
    private void pointerBands(Frame frame, Scale x) {
        double width = (double) (frame.right() - frame.left()) / BANDS;
        for (int band = 0; band < BANDS; band++) {
            double instant = x.from() + (x.until() - x.from()) * (band + 0.5) / BANDS;
            StringBuilder title = new StringBuilder(
                    Instant.ofEpochMilli((long) instant).toString().substring(0, "2021-03-04T05:06".length()));
            for (Series line : series) {
                double value = line.at(instant);
                title.append('\n').append(line.name()).append(": ");
                title.append(Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4g", value));
            }
            frame.box(
                    "pointer",
                    title.toString(),
                    frame.left() + band * width,
                    frame.top(),
                    width,
                    frame.bottom() - frame.top());
        }
    }
}
