package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cryptosmarttrader.serving.plot.Markup;

/** A table of the page. */
final class Table {

    private static final String UNKNOWN = "–";

    private final String caption;
    private final String style;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param style class; {@code words} for text that may wrap, {@code said} for figures behind a text */
    Table(String caption, String style, String... head) {
        this.caption = caption;
        this.style = style;
        this.head = List.of(head);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void addTo(Markup page) {
        page.open("div", "class", "scroll").open("table", "class", style);
        page.element("caption", caption);
        if (!head.isEmpty()) {
            page.open("thead").open("tr");
            head.forEach(name -> page.element("th", name, "scope", "col"));
            page.close().close();
        }
        page.open("tbody");
        for (List<String> row : rows) {
            page.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> page.element("td", cell));
            page.close();
        }
        page.close().close().close().line();
    }

    static String percent(Double share) {
        return share == null ? UNKNOWN : Words.percent(share);
    }

    /** @param amount decimal text */
    static String money(String amount) {
        return amount == null ? UNKNOWN : String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
    }

    static String number(Double value, int decimals) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String text(String value) {
        return value == null ? UNKNOWN : value;
    }

    /** Date and hour of an instant, without the rest. */
    static String hour(String instant) {
        return instant.substring(0, "2021-03-04T05:06".length()).replace('T', ' ');
    }
}
