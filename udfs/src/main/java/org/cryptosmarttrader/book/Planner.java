package org.cryptosmarttrader.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.Candidate;
import org.cryptosmarttrader.portfolio.Division;
import org.cryptosmarttrader.risk.Exposure;
import org.cryptosmarttrader.risk.PairFacts;
import org.cryptosmarttrader.strategy.Outlook;
import org.cryptosmarttrader.strategy.Stake;
import org.cryptosmarttrader.strategy.Stance;
import org.cryptosmarttrader.strategy.Strategy;
import org.cryptosmarttrader.strategy.StrategySwitch;

/**
 * What one account wants at a tick, before any limit: what the strategy in force says of each pair, sleeves added up, divided
 * by the portfolio step. What the other strategies would have wanted is noted beside it, for the switch.
 */
final class Planner {

    /** Latched while the portfolio step has nothing to go by, so that it is said once and not at every tick. */
    private static final String KEPT = "portfolio kept";

    private final Lane lane;
    private final String quote;
    private final BookSettings settings;
    private final DeskState state;

    Planner(Lane lane, String quote, BookSettings settings, DeskState state) {
        this.lane = lane;
        this.quote = quote;
        this.settings = settings;
        this.state = state;
    }

    /**
     * Adds to an exposure every pair that is held, ordered or wanted.
     *
     * @return the strategy in force
     */
    Strategy plan(Scene scene, String regime, Exposure exposure, Journal journal) {
        TreeMap<String, PairView> views = new TreeMap<>();
        scene.pairs().forEach(pair -> views.put(pair, scene.view(pair)));
        Strategy strategy = inForce(scene.market(), regime, views, journal);
        noteOthers(scene.market(), regime, views);
        TreeMap<String, Double> wanted = new TreeMap<>();
        for (PairView view : views.values()) {
            double weight = wanted(view, strategy, scene.market());
            if (view.isHeld() || weight != 0) {
                wanted.put(view.pair(), weight);
            }
        }
        Division division = divide(wanted, views, scene, journal);
        for (Map.Entry<String, Double> entry : wanted.entrySet()) {
            PairView view = views.get(entry.getKey());
            double weight = division.weights().getOrDefault(view.pair(), entry.getValue());
            int group = division.groups().getOrDefault(view.pair(), PairFacts.UNKNOWN_GROUP);
            exposure.add(view.holding(worthwhile(view, weight), group));
        }
        return strategy;
    }

    private Strategy inForce(Market market, String regime, SortedMap<String, PairView> views, Journal journal) {
        StrategySwitch.Change change =
                state.switching().settle(market.tick(), regime, market.marks()::close, meanRoundTrip(views));
        if (change != null) {
            journal.add(new Remark(
                    market.tick(),
                    lane,
                    quote,
                    Remark.Event.STRATEGY_CHANGED,
                    change.regime(),
                    "%s instead of %s: ahead by %s a decision over %d of them, more than %s"
                            .formatted(
                                    change.to(), change.from(), change.ahead(), change.decisions(), change.needed())));
        }
        return state.switching().inForce(regime);
    }

    private static double meanRoundTrip(SortedMap<String, PairView> views) {
        return views.values().stream()
                .mapToDouble(PairView::roundTripCost)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private Outlook outlook(PairView view, Horizon horizon, boolean horizonOver, Market market) {
        Signal signal = market.signals(view.pair()).get(horizon);
        return signal == null
                ? Outlook.unknown(view.pair(), horizon, horizonOver, view.recent())
                : signal.outlook(lane, view.roundTripCost(), horizonOver, view.recent());
    }

    /** Weight of all sleeves of a pair together. */
    private double wanted(PairView view, Strategy strategy, Market market) {
        double quantity = state.sleeves()
                .decide(
                        view.pair(),
                        strategy,
                        market.signals(view.pair()).keySet(),
                        (horizon, isOver) -> outlook(view, horizon, isOver, market),
                        market.tick(),
                        state.expected(view.pair()).doubleValue(),
                        view.fullQuantity());
        return quantity * view.unit();
    }

    /** What each strategy would put where, on the horizon over which they are compared. */
    private void noteOthers(Market market, String regime, SortedMap<String, PairView> views) {
        if (!state.switching().compares()) {
            return;
        }
        Horizon horizon = settings.strategies().horizon();
        TreeMap<String, SortedMap<String, Stake>> stakes = new TreeMap<>();
        for (Strategy strategy : settings.strategies().strategies()) {
            TreeMap<String, Stake> ofStrategy = new TreeMap<>();
            for (PairView view : views.values()) {
                Stance stance = Stance.of(strategy, outlook(view, horizon, false, market));
                double close = market.marks().close(view.pair());
                if (stance.weight() > 0 && close > 0) {
                    ofStrategy.put(view.pair(), new Stake(stance.weight(), close, view.roundTripCost() / 2));
                }
            }
            stakes.put(strategy.name(), withinEquity(ofStrategy));
        }
        state.switching().note(market.tick(), regime, stakes);
    }

    private static SortedMap<String, Stake> withinEquity(SortedMap<String, Stake> stakes) {
        double sum = 0;
        for (Stake stake : stakes.values()) {
            sum += stake.weight();
        }
        double scale = Math.min(1, 1 / sum);
        TreeMap<String, Stake> scaled = new TreeMap<>();
        stakes.forEach(
                (pair, stake) -> scaled.put(pair, new Stake(stake.weight() * scale, stake.close(), stake.cost())));
        return scaled;
    }

    /** Divides what is wanted; what is to be left is left whatever the division says. */
    private Division divide(
            SortedMap<String, Double> wanted, SortedMap<String, PairView> views, Scene scene, Journal journal) {
        List<Candidate> candidates = new ArrayList<>();
        wanted.forEach((pair, weight) -> {
            if (weight > 0) {
                candidates.add(views.get(pair).candidate(weight));
            }
        });
        Division division = settings.portfolio().divide(candidates, scene.closes(), scene.barHours());
        boolean isKept = division.kept() != null;
        if (isKept && state.latches().add(KEPT)) {
            note(Remark.Event.PORTFOLIO_KEPT, division.kept(), scene, journal);
        } else if (!isKept && !candidates.isEmpty() && state.latches().remove(KEPT)) {
            note(Remark.Event.PORTFOLIO_DIVIDED, "shares by the last returns again", scene, journal);
        }
        return division;
    }

    private void note(Remark.Event event, String detail, Scene scene, Journal journal) {
        journal.add(new Remark(scene.market().tick(), lane, quote, event, "portfolio", detail));
    }

    /** A change too small to be worth its costs is none. */
    private double worthwhile(PairView view, double weight) {
        boolean isSmall = weight > 0
                && Math.abs(weight - view.expected()) < settings.execution().minimumTrade();
        return isSmall ? view.expected() : weight;
    }
}
