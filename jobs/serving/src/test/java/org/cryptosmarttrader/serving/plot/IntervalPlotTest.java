package org.cryptosmarttrader.serving.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plot of values beside no effect")
class IntervalPlotTest {

    @Test
    void marks_the_value_its_ends_and_the_upright_of_no_effect() {
        String svg = new IntervalPlot("t", "u", List.of(new IntervalPlot.Row("A", 1, -1, 3, "one"))).svg();

        // −1.16 to 3.16 over the field: 0 left of the value by a quarter of the whisker
        assertThat(svg).contains("class=\"whisker\"", "class=\"reference\"", "<title>A: one</title>");
        double whisker = number(svg, "whisker", "x2") - number(svg, "whisker", "x1");
        assertThat(number(svg, "point s1", "cx") - number(svg, "reference", "x1"))
                .isCloseTo(whisker / 4, within(0.11));
    }

    @Test
    void leaves_a_row_empty_whose_value_is_not_known_and_shows_no_end_that_is_not_said() {
        String svg = new IntervalPlot(
                        "t",
                        "u",
                        List.of(
                                new IntervalPlot.Row("A", Double.NaN, Double.NaN, Double.NaN, ""),
                                new IntervalPlot.Row("B", 0, Double.NaN, Double.NaN, "none")))
                .svg();

        assertThat(svg).contains(">A</text>", "<title>B: none</title>").doesNotContain("whisker", "NaN");
    }

    private static double number(String svg, String style, String attribute) {
        String of = svg.substring(svg.indexOf("class=\"" + style + "\""));
        String from = of.substring(of.indexOf(attribute + "=\"") + attribute.length() + 2);
        return Double.parseDouble(from.substring(0, from.indexOf('"')));
    }
}
