package org.cryptosmarttrader.serving.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Points of some clouds. Points of a cloud that would cover one another are drawn as one, at their mean, the larger the more
 * they are: the drawing stays small however many there are. Clouds differ in colour and in shape.
 *
 * @param title of the plot
 * @param across name of the lower axis
 * @param up name of the upright axis; its zero is marked
 * @param clouds drawn one after the other, at least one point among them
 */
public record ScatterPlot(String title, String across, String up, List<Cloud> clouds) {

    /** Shape of a point. */
    public enum Mark {
        CIRCLE,
        SQUARE
    }

    /** @param style class that colours the points */
    public record Cloud(String name, Mark mark, String style, List<Point> points) {}

    /** @param label of what it stands for */
    public record Point(String label, double x, double y) {}

    private static final int HEIGHT = 200;

    /** Pixels; nearer points are one. */
    private static final double CELL = 4;

    private static final double SMALLEST_RADIUS = 3;
    private static final double GREATEST_RADIUS = 9;

    /** Space left around the values. */
    private static final double MARGIN = 0.05;

    public String svg() {
        Frame frame = new Frame(title, 60, HEIGHT, 40 + Frame.legendHeight(clouds.size()));
        double[] horizontal = range(Point::x);
        double[] vertical = range(Point::y);
        Scale x = frame.across(horizontal[0], horizontal[1]);
        Scale y = frame.up(vertical[0], vertical[1]);
        frame.ruleUp(Ticks.numbers(y.from(), y.until(), 6), y)
                .ruleAcross(Ticks.numbers(x.from(), x.until(), 5), x)
                .names(across, up);
        frame.line("reference", frame.left(), y.at(0), frame.right(), y.at(0));
        for (int i = 0; i < clouds.size(); i++) {
            Cloud cloud = clouds.get(i);
            cells(cloud, x, y).forEach(cell -> draw(frame, cloud, cell, x, y));
            Frame.Place legend = frame.legend(i, cloud.name());
            mark(frame, cloud, legend.x(), legend.y(), SMALLEST_RADIUS + 1, cloud.name());
        }
        return frame.finish();
    }

    /** Over all points, and 0. */
    private double[] range(ToDoubleFunction<Point> value) {
        double low = 0;
        double high = 0;
        for (Cloud cloud : clouds) {
            for (Point point : cloud.points()) {
                low = Math.min(low, value.applyAsDouble(point));
                high = Math.max(high, value.applyAsDouble(point));
            }
        }
        double margin = high > low ? (high - low) * MARGIN : 1;
        return new double[] {low < 0 ? low - margin : low, high + margin};
    }

    private static Iterable<List<Point>> cells(Cloud cloud, Scale x, Scale y) {
        SortedMap<Long, List<Point>> cells = new TreeMap<>();
        for (Point point : cloud.points()) {
            long column = (long) (x.at(point.x()) / CELL);
            long row = (long) (y.at(point.y()) / CELL);
            cells.computeIfAbsent(row * Frame.WIDTH + column, absent -> new ArrayList<>())
                    .add(point);
        }
        return cells.values();
    }

    private static void draw(Frame frame, Cloud cloud, List<Point> cell, Scale x, Scale y) {
        double meanX = cell.stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = cell.stream().mapToDouble(Point::y).average().orElseThrow();
        double radius = Math.min(GREATEST_RADIUS, SMALLEST_RADIUS * Math.sqrt(cell.size()));
        String what = cell.size() == 1 ? cell.get(0).label() : String.format(Locale.ROOT, "%,d together", cell.size());
        String title = String.format(Locale.ROOT, "%s: %,.1f, %.4f", what, meanX, meanY);
        mark(frame, cloud, x.at(meanX), y.at(meanY), radius, title);
    }

    private static void mark(Frame frame, Cloud cloud, double x, double y, double radius, String title) {
        String style = "point " + cloud.style();
        switch (cloud.mark()) {
            case CIRCLE -> frame.circle(style, title, x, y, radius);
            case SQUARE -> frame.box(style, title, x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
