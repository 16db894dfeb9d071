package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.plot.LinePlot;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.serving.plot.ScatterPlot;
import org.cryptosmarttrader.serving.plot.Series;

/** The accounts of one quote currency, drawn: worth, loss since the peak, sales. */
final class AccountPlots {

    private final String quote;
    private final QuoteReport accounts;
    private final Markup page;

    AccountPlots(String quote, QuoteReport accounts, Markup page) {
        this.quote = quote;
        this.accounts = accounts;
        this.page = page;
    }

    private AccountReport lane(Lane lane) {
        return accounts.lanes().get(lane.name());
    }

    void add() {
        page.open("div", "class", "plots");
        draw("worth after costs", "multiple of the start", false);
        draw("loss since the peak", "fraction", true);
        for (Lane lane : Lane.values()) {
            scatter(lane);
        }
        page.close();
    }

    private void draw(String title, String unit, boolean drawdown) {
        List<Series> series = new ArrayList<>();
        add(series, lane(Lane.GATED).curve(), Lane.GATED.name(), "s1", drawdown);
        add(series, lane(Lane.RESEARCH).curve(), Lane.RESEARCH.name(), "s2", drawdown);
        add(series, accounts.buyAndHold().curve(), "buy and hold", "s3", drawdown);
        // of the same pairs it is the same line
        if (!accounts.equalWeight().pairs().equals(accounts.buyAndHold().pairs())) {
            add(series, accounts.equalWeight().curve(), "equal weight", "s4", drawdown);
        }
        if (!series.isEmpty()) {
            figure(new LinePlot(quote + ": " + title, unit, true, series).svg());
        }
    }

    private static void add(List<Series> series, Curve curve, String name, String style, boolean drawdown) {
        if (curve.times().length > 0) {
            series.add(drawdown ? curve.drawdown(name, style) : curve.growth(name, style));
        }
    }

    /** Sales of which both is known, how long they were held and what they made. */
    private void scatter(Lane lane) {
        List<ScatterPlot.Point> gained = new ArrayList<>();
        List<ScatterPlot.Point> lost = new ArrayList<>();
        for (RoundTrip trip : lane(lane).trips()) {
            if (!Double.isNaN(trip.share()) && !Double.isNaN(trip.hoursHeld())) {
                (trip.profit().signum() > 0 ? gained : lost)
                        .add(new ScatterPlot.Point(trip.pair(), trip.hoursHeld(), trip.share()));
            }
        }
        if (!gained.isEmpty() || !lost.isEmpty()) {
            figure(new ScatterPlot(
                            "%s, %s: sales after costs".formatted(quote, lane),
                            "hours held",
                            "return, fraction",
                            List.of(
                                    new ScatterPlot.Cloud("gained", ScatterPlot.Mark.CIRCLE, "s1", gained),
                                    new ScatterPlot.Cloud("lost or nothing", ScatterPlot.Mark.SQUARE, "s2", lost)))
                    .svg());
        }
    }

    private void figure(String svg) {
        page.open("figure").drawing(svg).close().line();
    }
}
