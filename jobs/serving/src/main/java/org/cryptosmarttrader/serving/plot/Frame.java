package org.cryptosmarttrader.serving.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.plot.Ticks.Tick;

/** What every plot has: a title, a field between two axes, their marks and names, a legend. Not thread-safe. */
final class Frame {

    static final int WIDTH = 440;

    private static final int TOP = 30;
    private static final int RIGHT = 12;
    private static final int LEGEND_WIDTH = 140;
    private static final int LEGEND_HEIGHT = 18;

    /** Between names and the field. */
    private static final int GAP = 5;

    /** Widths at 13 pixels, the size of the style sheet. */
    private static final double LETTER = 8;

    private static final double CAPITAL = 10;

    private final Markup svg = new Markup();
    private final int left;
    private final int height;
    private final int bottom;

    /**
     * @param left room for the marks of the upright axis, pixels
     * @param fieldHeight height between title and lower axis
     * @param below room for marks, names and legend
     */
    Frame(String title, int left, int fieldHeight, int below) {
        this.left = left;
        this.bottom = TOP + fieldHeight;
        this.height = bottom + below;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, height),
                "role",
                "img",
                "aria-label",
                title);
        svg.element("text", title, "class", "plot-title", "x", "4", "y", "16");
    }

    /** Room left of the field for the longest of some names, which end {@link #GAP} pixels before it. */
    static int room(Stream<String> names) {
        return 2 * GAP + (int) Math.ceil(names.mapToDouble(Frame::width).max().orElse(0));
    }

    /** As wide as letters get in the fonts a browser may take: capitals and underscores are wider than the rest. */
    private static double width(String name) {
        return name.chars()
                .mapToDouble(letter -> Character.isUpperCase(letter) || letter == '_' ? CAPITAL : LETTER)
                .sum();
    }

    /** Room for a legend of so many entries below the names of the lower axis. */
    static int legendHeight(int entries) {
        int columns = WIDTH / LEGEND_WIDTH;
        return (entries + columns - 1) / columns * LEGEND_HEIGHT;
    }

    Scale across(double from, double until) {
        return new Scale(from, until, left, WIDTH - RIGHT);
    }

    Scale up(double from, double until) {
        return new Scale(from, until, bottom, TOP);
    }

    Markup svg() {
        return svg;
    }

    int left() {
        return left;
    }

    int top() {
        return TOP;
    }

    int bottom() {
        return bottom;
    }

    int right() {
        return WIDTH - RIGHT;
    }

    Frame ruleAcross(List<Tick> ticks, Scale scale) {
        for (Tick tick : ticks) {
            line("grid", scale.at(tick.value()), TOP, scale.at(tick.value()), bottom);
            text(tick.label(), "tick", "middle", scale.at(tick.value()), bottom + 15);
        }
        line("axis", left, bottom, right(), bottom);
        return this;
    }

    Frame ruleUp(List<Tick> ticks, Scale scale) {
        for (Tick tick : ticks) {
            line("grid", left, scale.at(tick.value()), right(), scale.at(tick.value()));
            text(tick.label(), "tick", "end", left - GAP, scale.at(tick.value()) + 4);
        }
        return this;
    }

    /** The lower axis's name below its marks, the upright axis's beside the title. */
    Frame names(String across, String up) {
        text(across, "axis-name", "middle", WIDTH / 2.0, bottom + 31);
        text(up, "axis-name", "end", right(), 16);
        return this;
    }

    /** @param style class of the entry's mark, a line */
    void legend(int entry, String name, String style) {
        Place place = legend(entry, name);
        line(style, place.x() - 12, place.y(), place.x() + 12, place.y());
    }

    /** Where something is drawn, pixels. */
    record Place(double x, double y) {}

    /** Writes the name of an entry and says where the middle of its mark belongs. */
    Place legend(int entry, String name) {
        int columns = WIDTH / LEGEND_WIDTH;
        double x = 8 + entry % columns * LEGEND_WIDTH;
        double y = bottom + 46 + (double) (entry / columns) * LEGEND_HEIGHT;
        text(name, "legend", "start", x + 30, y + 4);
        return new Place(x + 12, y);
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    void text(String content, String style, String anchor, double x, double y) {
        svg.element("text", content, "class", style, "text-anchor", anchor, "x", number(x), "y", number(y));
    }

    /** A field whose title is shown when the pointer rests on it. */
    void box(String style, String title, double x, double y, double width, double boxHeight) {
        svg.open(
                "rect",
                "class",
                style,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, boxHeight)));
        svg.element("title", title).close();
    }

    /** A point whose title is shown when the pointer rests on it. */
    void circle(String style, String title, double x, double y, double radius) {
        svg.open("circle", "class", style, "cx", number(x), "cy", number(y), "r", number(radius));
        svg.element("title", title).close();
    }

    String finish() {
        return svg.close().toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
