package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.portfolio.CloseHistory;
import org.cryptosmarttrader.risk.PairFacts;
import org.cryptosmarttrader.strategy.Outlook;
import org.cryptosmarttrader.time.TickGrid;

/** What one account sees at one tick: its pairs with their costs, and what the market did until now. Lives for one tick. */
final class Scene {

    private static final int DAY_HOURS = 24;
    private static final int WEEK_HOURS = 168;
    /** Share of the index's hours of a week that must be there. */
    private static final double PRESENT = 0.9;

    private final String quote;
    private final BookSettings settings;
    private final DeskState state;
    private final Market market;
    private final CloseHistory closes;
    private final LaneView lane;
    private final ExecutionModel model;
    private final List<String> index;
    private final double indexVolatility;

    Scene(String quote, BookSettings settings, DeskState state, Market market, CloseHistory closes, LaneView lane) {
        this.quote = quote;
        this.settings = settings;
        this.state = state;
        this.market = market;
        this.closes = closes;
        this.lane = lane;
        this.model = new ExecutionModel(settings.execution());
        this.index = settings.strategies().index().stream()
                .map(base -> base + "/" + quote)
                .filter(pair -> market.marks().close(pair) > 0)
                .toList();
        this.indexVolatility = indexVolatility();
    }

    Market market() {
        return market;
    }

    CloseHistory closes() {
        return closes;
    }

    double barHours() {
        return (double) settings.grid().intervalMillis() / TickGrid.HOUR;
    }

    /** Pairs that are held, ordered, claimed or forecast. */
    SortedSet<String> pairs() {
        SortedSet<String> pairs = new TreeSet<>(state.account().positions().keySet());
        pairs.addAll(state.orders().pairs());
        pairs.addAll(state.sleeves().pairs());
        pairs.addAll(market.pairsWithSignals(quote));
        return pairs;
    }

    PairView view(String pair) {
        double unit = market.marks().close(pair) / state.equity();
        PairQuote quoted = market.quote(pair);
        double slippage = model.expectedSlippage(quoted, settings.sizing().maxWeight() * state.equity());
        LaneView.Elsewhere elsewhere = lane.of(pair, market.marks());
        PairFacts facts = new PairFacts(
                market.ageMillis(pair),
                slippage,
                Double.isNaN(quoted.spread()) ? model.spread(quoted) : quoted.spread(),
                quoted.meanQuoteVolume() / barHours() / state.equity(),
                elsewhere.quantity() * unit,
                1 + elsewhere.equity() / state.equity(),
                PairFacts.UNKNOWN_GROUP);
        return new PairView(
                pair,
                unit,
                state.committed(pair).doubleValue() * unit,
                state.expected(pair).doubleValue() * unit,
                roundTripCost(pair, slippage),
                facts,
                recent(pair));
    }

    private double roundTripCost(String pair, double slippage) {
        BigDecimal percent = settings.feesOf(pair).takerPercent(state.volume().total());
        return 2 * (percent.doubleValue() / 100 + slippage);
    }

    private Outlook.Recent recent(String pair) {
        return new Outlook.Recent(
                closes.change(pair, bars(DAY_HOURS)),
                closes.change(pair, bars(WEEK_HOURS)),
                index.size(),
                indexVolatility);
    }

    private int bars(int hours) {
        return (int) (hours / barHours());
    }

    /** Of equal parts in the index, per year, by the returns of the last week; NaN if too few bars have all of its members. */
    private double indexVolatility() {
        int bars = Math.min(bars(WEEK_HOURS), CloseHistory.RETURNS);
        double squares = 0;
        int present = 0;
        for (int ago = 0; ago < bars; ago++) {
            double mean = indexReturn(ago);
            if (Double.isFinite(mean)) {
                squares += mean * mean;
                present++;
            }
        }
        boolean isEnough = present > 0 && present >= PRESENT * bars;
        return isEnough ? Math.sqrt(squares / present / barHours() * Horizon.HOURS_PER_YEAR) : Double.NaN;
    }

    private double indexReturn(int ago) {
        double sum = 0;
        for (String pair : index) {
            sum += closes.close(pair, ago) / closes.close(pair, ago + 1) - 1;
        }
        return sum / index.size();
    }
}
