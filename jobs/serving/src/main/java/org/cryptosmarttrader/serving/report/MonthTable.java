package org.cryptosmarttrader.serving.report;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cryptosmarttrader.serving.plot.Markup;

/**
 * A heat map of returns: a row for each month of the year, a column for each year, so that it fits a telephone. A table, so that
 * it can be read without its colours; each cell's colour says its sign and its size beside the largest.
 */
final class MonthTable {

    private static final int SHADES = 3;

    private final String caption;
    private final SortedMap<String, ReturnsBy.Part> months;
    private final SortedSet<String> years;

    /** @param months by year and month, e.g. {@code 2021-03} */
    MonthTable(String caption, SortedMap<String, ReturnsBy.Part> months) {
        this.caption = caption;
        this.months = months;
        this.years = months.keySet().stream().map(MonthTable::year).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String year(String month) {
        return month.substring(0, "2021".length());
    }

    /** Nothing of an account that never gained or lost anything. */
    void addTo(Markup page) {
        double largest = months.values().stream()
                .mapToDouble(part -> Math.abs(part.totalReturn()))
                .max()
                .orElse(0);
        if (largest == 0) {
            return;
        }
        page.open("div", "class", "scroll").open("table", "class", "heat");
        page.element("caption", caption).open("thead").open("tr").element("th", "", "scope", "col");
        years.forEach(year -> page.element("th", year, "scope", "col"));
        page.close().close().open("tbody");
        for (Month month : Month.values()) {
            row(page, month, largest);
        }
        page.open("tr", "class", "whole").element("th", "year", "scope", "row");
        years.forEach(year -> page.element("td", Words.percent(ofYear(year))));
        page.close().close().close().close().line();
    }

    private void row(Markup page, Month month, double largest) {
        String number = "-%02d".formatted(month.getValue());
        if (years.stream().noneMatch(year -> months.containsKey(year + number))) {
            return;
        }
        page.open("tr").element("th", month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), "scope", "row");
        for (String year : years) {
            ReturnsBy.Part part = months.get(year + number);
            if (part == null) {
                page.element("td", "");
            } else {
                page.element("td", Words.percent(part.totalReturn()), "class", shade(part.totalReturn(), largest));
            }
        }
        page.close();
    }

    /** One of as many shades of either sign; none for no return. */
    static String shade(double value, double largest) {
        // the largest itself must not round up beyond the last shade
        int depth = Math.min(SHADES, (int) Math.ceil(SHADES * Math.abs(value) / largest));
        return depth == 0 ? "none" : (value > 0 ? "up" : "down") + depth;
    }

    private double ofYear(String year) {
        double growth = 1;
        for (ReturnsBy.Part part : months.subMap(year, year + "~").values()) {
            growth *= 1 + part.totalReturn();
        }
        return growth - 1;
    }
}
