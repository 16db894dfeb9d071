package org.cryptosmarttrader.serving.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.serving.plot.Ticks.Tick;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plot")
class PlotTest {

    private static double at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void marks_round_numbers() {
        assertThat(labels(Ticks.numbers(-0.07, 0.31, 5))).containsExactly("0", "0.1", "0.2", "0.3");
        assertThat(labels(Ticks.numbers(980, 1_240, 6))).containsExactly("1000", "1050", "1100", "1150", "1200");
    }

    @Test
    void marks_days_of_a_week_and_quarters_of_two_years() {
        assertThat(labels(Ticks.times(at("2021-02-27T05:00:00Z"), at("2021-03-02T05:00:00Z"), 6)))
                .containsExactly("02-28", "03-01", "03-02");
        assertThat(labels(Ticks.times(at("2020-11-15T00:00:00Z"), at("2022-01-15T00:00:00Z"), 6)))
                .containsExactly("2021-01", "2021-04", "2021-07", "2021-10", "2022-01");
    }

    @Test
    void marks_hours_of_less_than_two_days() {
        assertThat(labels(Ticks.times(at("2021-03-01T05:30:00Z"), at("2021-03-01T14:00:00Z"), 5)))
                .containsExactly("03-01 06:00", "03-01 08:00", "03-01 10:00", "03-01 12:00", "03-01 14:00");
    }

    @Test
    void spans_the_instants_of_its_lines_and_tells_of_no_other() {
        long[] times = {(long) at("2014-04-01T00:00:00Z"), (long) at("2014-04-07T00:00:00Z")};

        String svg = new LinePlot("t", "u", true, List.of(new Series("a", "s1", times, new double[] {100, 101}))).svg();

        // 48 bands of three hours, each told at its middle
        assertThat(svg.split("<title>2014-")).hasSize(1 + 48);
        assertThat(svg)
                .contains("<title>2014-04-01T01:30\na: 100.0</title>", "<title>2014-04-06T22:30\na: 100.0</title>")
                .doesNotContain("a: none", "2014-03", "2014-04-08");
        assertThat(svg.split("d=\"")[1]).startsWith("M52.0 ").contains("L428.0 ");
    }

    @Test
    void tells_a_single_instant_as_itself() {
        long[] time = {(long) at("2014-04-01T00:00:00Z")};

        String svg = new LinePlot("t", "u", true, List.of(new Series("a", "s1", time, new double[] {100}))).svg();

        assertThat(svg.split("<title>2014-04-01T00:00")).hasSize(1 + 48);
    }

    @Test
    void leaves_room_for_a_long_name_in_capitals() {
        String name = "INDEPENDENT_OUTCOMES";
        BarPlot.Bar bar = new BarPlot.Bar(name, 1, "1", Double.NaN, Double.NaN, "s1");
        String bars = new BarPlot("t", "u", List.of(bar), Double.NaN, Double.NaN).svg();
        String strips = new StripPlot("t", 0, 1, List.of(new StripPlot.Strip(name, "s1", new double[] {1}))).svg();

        // capitals of DejaVu Sans, the widest of common fonts, take some 0.7 of the 13 pixels; a reserve on top
        double widest = name.length() * 0.75 * 13;
        assertThat(endOf(name, bars)).isGreaterThan(widest);
        assertThat(endOf(name, strips)).isGreaterThan(widest);
    }

    /** Where a text that is set flush right ends. */
    private static double endOf(String text, String svg) {
        String element = svg.substring(0, svg.indexOf(">" + text + "</text>"));
        return Double.parseDouble(
                element.substring(element.lastIndexOf(" x=\"") + 4).split("\"")[0]);
    }

    private static ScatterPlot scatter(ScatterPlot.Point... points) {
        return new ScatterPlot(
                "t",
                "x",
                "y",
                List.of(
                        new ScatterPlot.Cloud("a", ScatterPlot.Mark.CIRCLE, "s1", List.of(points)),
                        new ScatterPlot.Cloud("b", ScatterPlot.Mark.SQUARE, "s2", List.of())));
    }

    @Test
    void puts_a_point_where_its_values_are() {
        String svg = scatter(new ScatterPlot.Point("p", 10, 1), new ScatterPlot.Point("q", 5, -1))
                .svg();

        // 0 to 10.5 across from 60 to 428 pixels; −1.1 to 1.1 up from 230 to 30
        Scale x = new Scale(0, 10.5, 60, 428);
        Scale y = new Scale(-1.1, 1.1, 230, 30);
        assertThat(svg)
                .contains("cx=\"%s\" cy=\"%s\" r=\"3.0\"><title>p: 10.0, 1.0000</title>"
                        .formatted(Frame.number(x.at(10)), Frame.number(y.at(1))))
                .contains("cx=\"%s\" cy=\"%s\" r=\"3.0\"><title>q: 5.0, -1.0000</title>"
                        .formatted(Frame.number(x.at(5)), Frame.number(y.at(-1))))
                .contains("class=\"reference\" x1=\"60.0\" y1=\"130.0\"");
    }

    @Test
    void tells_clouds_apart_by_shape_too() {
        String svg = scatter(new ScatterPlot.Point("p", 10, 1)).svg();

        assertThat(svg).contains("<circle class=\"point s1\"", "<rect class=\"point s2\"");
    }

    @Test
    void draws_points_that_cover_one_another_as_one_however_many_they_are() {
        ScatterPlot.Point[] points = new ScatterPlot.Point[50_000];
        for (int i = 0; i < points.length; i++) {
            points[i] = new ScatterPlot.Point("p", i % 100, Math.sin(i));
        }
        String many = scatter(points).svg();
        String four = scatter(
                        new ScatterPlot.Point("p", 10, 1),
                        new ScatterPlot.Point("p", 10, 1),
                        new ScatterPlot.Point("p", 10, 1),
                        new ScatterPlot.Point("p", 10, 1))
                .svg();

        assertThat(four).contains("r=\"6.0\"><title>4 together: 10.0, 1.0000</title>");
        assertThat(many.length()).isLessThan(700_000);
        assertThat(many.split("<circle").length - 1).isBetween(1_000, 94 * 52);
    }

    @Test
    void breaks_a_line_where_a_value_is_missing() {
        Series series =
                new Series("a", "s1", new long[] {0, 100, 200, 300, 400}, new double[] {1, 2, Double.NaN, 2, 1});

        String svg = new LinePlot("t", "u", false, List.of(series)).svg();

        assertThat(svg.split("d=\"")[1]
                        .split("\"")[0]
                        .chars()
                        .filter(c -> c == 'M')
                        .count())
                .isEqualTo(2);
    }

    @Test
    void keeps_the_extremes_of_more_points_than_pixels() {
        long[] times = new long[100_000];
        double[] values = new double[100_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = i;
        }
        values[54_321] = 7;
        values[54_322] = -7;

        String svg = new LinePlot("t", "u", false, List.of(new Series("a", "s1", times, values))).svg();

        double margin = 14 * 0.04;
        Scale y = new Scale(-7 - margin, 7 + margin, 230, 30);
        assertThat(svg).contains(" " + Frame.number(y.at(7)) + "L", " " + Frame.number(y.at(-7)) + "L");
        assertThat(svg.length()).isLessThan(60_000);
    }

    @Test
    void holds_a_step_until_the_next_value() {
        Series series = new Series("a", "s1", new long[] {0, 1_000}, new double[] {0, 1});

        String path = new LinePlot("t", "u", true, List.of(series))
                .svg()
                .split("d=\"")[1]
                .split("\"")[0];

        String[] points = path.substring(1).split("L");
        assertThat(points).hasSize(3);
        assertThat(points[1].split(" ")[1]).isEqualTo(points[0].split(" ")[1]);
        assertThat(points[1].split(" ")[0]).isEqualTo(points[2].split(" ")[0]);
    }

    @Test
    void escapes_what_it_is_told() {
        assertThat(new Markup().element("text", "a < b & \"c\"", "x", "1<2").toString())
                .isEqualTo("<text x=\"1&lt;2\">a &lt; b &amp; &quot;c&quot;</text>");
    }

    @Test
    void refuses_to_end_with_an_open_element() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Markup().open("svg").toString())
                .withMessage("markup: element 'svg' was not closed");
    }
}
