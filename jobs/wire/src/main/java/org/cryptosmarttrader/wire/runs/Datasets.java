package org.cryptosmarttrader.wire.runs;

import static org.cryptosmarttrader.wire.rows.ColumnSpec.flag;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.instant;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.number;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.text;
import static org.cryptosmarttrader.wire.rows.ColumnSpec.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.FeatureDoc;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** The datasets a run writes. */
public final class Datasets {

    public static final String DECISION_AT = "decision_at";
    public static final String PAIR = "pair";
    public static final String HORIZON = "horizon";

    private static final ColumnSpec DECISION = instant(DECISION_AT, "decision instant the row belongs to");
    private static final ColumnSpec OF_PAIR = text(PAIR, "canonical pair");
    private static final ColumnSpec OF_HORIZON = text(HORIZON, "how far ahead, e.g. 24h");

    public static final RowSchema BARS = new RowSchema(
            "bars",
            List.of(
                    DECISION,
                    OF_PAIR,
                    instant("opened_at", "first instant of the bar decided on"),
                    number("open", "quote per base", "first price"),
                    number("high", "quote per base", "highest price"),
                    number("low", "quote per base", "lowest price"),
                    number("close", "quote per base", "last price"),
                    number("volume", "base", "traded amount"),
                    number("quote_volume", "quote", "traded value, NaN where the source has none")),
            List.of(PAIR, DECISION_AT),
            DECISION_AT);

    public static final RowSchema LABELS = new RowSchema(
            "labels",
            List.of(
                    DECISION,
                    OF_PAIR,
                    OF_HORIZON,
                    instant("matured_at", "tick at which the label became known"),
                    number(
                            "value",
                            "log return",
                            "from the first price after the decision to the last close in time; NaN if either is missing"),
                    number(
                            "scaled",
                            "sigma",
                            "value in units of the volatility known at the decision over the horizon"),
                    text("status", "OK, or how entry or exit were off"),
                    number("entry_price", "quote per base", "price the return counts from"),
                    number("exit_price", "quote per base", "price the return counts to"),
                    whole(
                            "entry_lag_ms",
                            "ms",
                            "from the decision to the entry price; negative: the next bar opened before the decision"),
                    flag("after_known", "whether the entry price is known to lie behind the decision")),
            List.of(PAIR, DECISION_AT, HORIZON),
            "matured_at");

    public static final RowSchema FORECASTS = new RowSchema(
            "forecasts",
            List.of(
                    DECISION,
                    OF_PAIR,
                    OF_HORIZON,
                    text("member", "name of the model among those that forecast a horizon side by side"),
                    text("forest", "SHA-256 of the model file"),
                    text(
                            "version",
                            "of the model: instant up to which it was trained, and the first digits of its hash"),
                    instant("trained_as_of", "instant up to which the model knew anything"),
                    instant("activated_at", "instant from which the model was used"),
                    number("climatology", "share", "of positive returns among the labels the model was trained on"),
                    number("scaled_return", "sigma", "expected return in units of volatility, as the model says"),
                    number("p_up_raw", "probability", "P(return > 0) as the model says"),
                    number("sigma", "log return", "volatility known at the decision over the horizon"),
                    number("expected_return", "log return", "scaled_return times sigma"),
                    number("novelty", "share", "share of training rows less unusual than this one"),
                    number("missing_share", "share", "features that taught the model something and are missing"),
                    text("missing_groups", "groups of such features missing as a whole, blanks between"),
                    text("prediction_id", "hash over feature row, inputs, model and training set"),
                    text("role", "champion, or challenger: it forecasts beside the champion and reaches no verdict"),
                    text(
                            "statement",
                            "what p_up_raw, climatology and scaled_return are of: up, the direction of the return, or another")),
            List.of(PAIR, DECISION_AT, HORIZON, "member", "role"),
            DECISION_AT);

    public static final RowSchema VERDICTS = new RowSchema(
            "verdicts",
            List.of(
                    DECISION,
                    OF_PAIR,
                    OF_HORIZON,
                    text("forest", "SHA-256 of the model file"),
                    text("prediction_id", "forecast judged"),
                    number("p_up", "probability", "calibrated P(return > 0)"),
                    number(
                            "confidence",
                            "probability",
                            "of the likelier direction; NaN while the training gate is shut"),
                    number(
                            "conf_conformal",
                            "share",
                            "largest level whose interval excludes 0; NaN while the training gate is shut"),
                    number("expected_return", "log return", "as forecast"),
                    number("lower", "log return", "lower end of the interval"),
                    number("upper", "log return", "upper end of the interval"),
                    number("alpha", "share", "outcomes the interval may miss"),
                    flag("validated", "whether a full calibration window stands behind the interval"),
                    number("independent_outcomes", "count", "in the calibration window, of this run's own forecasts"),
                    text("standing", "PASSED, PROBATION, REFUSED or EXPERIMENTAL"),
                    text("reasons", "gates that did not pass, in order, separated by commas; empty if none"),
                    text("not_measured", "those of the reasons whose gates had nothing to go by"),
                    flag("gated", "whether the lane GATED may act on it"),
                    flag("research", "whether the lane RESEARCH may act on it"),
                    text("regime", "state of the market by BTC: volatility and trend, e.g. HIGH/DOWN"),
                    number(
                            "ensemble_p_up",
                            "probability",
                            "P(return > 0) by the vote of all members, each weighed by its Brier score; NaN if they abstain"),
                    number("ensemble_voting_share", "share", "part of all weight that voted; NaN if no member has any"),
                    number("ensemble_agreement", "share", "part of the voters' weight on the side of ensemble_p_up"),
                    flag("ensemble_abstains", "whether members with half of all weight are silent, or none has any"),
                    number("q05", "log return", "5 % quantile of what is expected, by the errors of the window"),
                    number("q10", "log return", "10 % quantile"),
                    number("q25", "log return", "25 % quantile"),
                    number("q50", "log return", "median: as forecast"),
                    number("q75", "log return", "75 % quantile"),
                    number("q90", "log return", "90 % quantile"),
                    number("q95", "log return", "95 % quantile"),
                    number(
                            "legacy_confidence",
                            "scale",
                            "the older system's map of a score, here 100 p_up, to 0.65-0.95: no probability; NaN without a score"),
                    number("sigma", "log return", "volatility known at the decision over the horizon")),
            List.of(PAIR, DECISION_AT, HORIZON),
            DECISION_AT);

    public static final RowSchema STATEMENTS = new RowSchema(
            "statements",
            List.of(
                    DECISION,
                    OF_PAIR,
                    OF_HORIZON,
                    text("statement", "what is said of the pair beside the direction, e.g. beyond_1"),
                    text("forest", "SHA-256 of the model file"),
                    text("prediction_id", "forecast judged"),
                    number("p", "probability", "calibrated, that the statement comes true"),
                    number("climatology", "share", "of the labels the model was trained on that it was true of"),
                    number(
                            "confidence",
                            "probability",
                            "that it comes true, or that it does not, whichever is likelier; NaN while the training gate is shut"),
                    text("standing", "PASSED, PROBATION, REFUSED or EXPERIMENTAL"),
                    text("reasons", "gates that did not pass, in order, separated by commas; empty if none"),
                    text("not_measured", "those of the reasons whose gates had nothing to go by"),
                    flag("gated", "whether it passed every gate with record enough; nothing is traded on it"),
                    number("independent_outcomes", "count", "in the calibration window, of this run's own statements")),
            List.of(PAIR, DECISION_AT, HORIZON, "statement"),
            DECISION_AT);

    public static final RowSchema STATUS = new RowSchema(
            "status",
            List.of(
                    DECISION,
                    OF_HORIZON,
                    text("forest", "SHA-256 of the model in force, empty if none"),
                    number("training_hours", "h", "hours of authentic history that count"),
                    text("training_progress", "part of the hours needed, rounded down"),
                    number("weeks_completed", "weeks", "of authentic history, rounded down"),
                    number("weeks_remaining", "weeks", "until the training gate opens, rounded up"),
                    flag("training_open", "whether the training gate is open"),
                    number("independent_outcomes", "count", "in the calibration window"),
                    number(
                            "coverage",
                            "share",
                            "of this month's intervals that held, all quote currencies; NaN if none matured"),
                    whole("verdicts", "count", "verdicts of this tick"),
                    whole("passed", "count", "that passed every gate"),
                    text("refusals", "verdicts by reason, e.g. TRAINING=33"),
                    number(
                            "skill",
                            "share",
                            "Brier skill over the base rate, matured verdicts of 52 weeks, as of the last UTC Monday"),
                    number("skill_lower", "share", "lower end of its 95 % interval, by the stationary bootstrap"),
                    number("skill_upper", "share", "upper end"),
                    number("skill_outcomes", "count", "independent outcomes behind it"),
                    number(
                            "log_loss_cusum",
                            "standard deviations",
                            "excess of the daily log loss over its normal level, summed up; NaN in the first 28 days"),
                    flag("log_loss_alarm", "whether it passed 5 within the last 28 days"),
                    number(
                            "drifted_share",
                            "share",
                            "of the columns whose last 28 days are unlike the model's training set; NaN if not measured"),
                    whole("rows", "count", "feature rows of the run so far"),
                    whole("verified_rows", "count", "of them, traced to recorded payloads of authentic sources"),
                    whole("tainted_rows", "count", "of them, resting on sources that name themselves as made up")),
            List.of(DECISION_AT, HORIZON),
            DECISION_AT);

    public static final RowSchema COVERAGE = new RowSchema(
            "coverage",
            List.of(
                    instant("at", "first tick of a UTC day; what matured before it is counted"),
                    OF_HORIZON,
                    text("month", "in which the outcomes matured, UTC, e.g. 2022-03"),
                    text("quote", "currency of the pairs"),
                    text("regime", "state of the market at the decision, e.g. HIGH/DOWN"),
                    text("forest", "SHA-256 of the model file"),
                    whole("outcomes", "count", "that met an interval so far"),
                    whole("hits", "count", "of them, that lay within"),
                    number("promised", "share", "that intervals were to hold"),
                    number("realised", "share", "hits / outcomes"),
                    number("lower", "share", "where the true share may lie at the least, Wilson, 95 %"),
                    number("upper", "share", "at the most"),
                    number("independent_outcomes", "count", "behind it"),
                    number("mean_width", "log return", "of the finite intervals; NaN if there is none"),
                    whole("infinite", "count", "intervals of infinite width")),
            List.of(HORIZON, "month", "quote", "regime", "forest", "at"),
            "at");

    public static final RowSchema DRIFT = new RowSchema(
            "drift",
            List.of(
                    DECISION,
                    OF_HORIZON,
                    text("forest", "SHA-256 of the model file"),
                    text("column", "name of the feature"),
                    number(
                            "psi",
                            "nats",
                            "population stability index of the last 28 whole days against the deciles of the training set"),
                    flag("drifted", "whether it is above 0.25")),
            List.of(DECISION_AT, HORIZON, "column"),
            DECISION_AT);

    private static final ColumnSpec AT = instant("at", "tick at which it happened or became known");
    private static final ColumnSpec LANE = text("lane", "GATED or RESEARCH; accounts and orders of the two never mix");

    public static final RowSchema ORDERS = new RowSchema(
            "orders",
            List.of(
                    AT,
                    LANE,
                    text("order_id", "lane, pair, tick and side"),
                    DECISION,
                    OF_PAIR,
                    text("side", "BUY or SELL"),
                    text("status", "NEW, CANCELLED or REFUSED"),
                    text("reason", "why cancelled or refused; null if new"),
                    text("quantity", "base, decimal"),
                    text("price", "quote per base, decimal: last close at the decision, rounded"),
                    text("filled", "base, decimal: executed before it was cancelled"),
                    text("strategy", "name of the one in force at the decision")),
            List.of("order_id", "status", "at"),
            "at");

    public static final RowSchema FILLS = new RowSchema(
            "fills",
            List.of(
                    AT,
                    LANE,
                    text("fill_id", "order id and number"),
                    text("order_id", "order executed"),
                    DECISION,
                    OF_PAIR,
                    text("side", "BUY or SELL"),
                    text("quantity", "base, decimal"),
                    text("price", "quote per base, decimal: slippage included"),
                    text("fee", "quote, decimal"),
                    text("fee_percent", "per cent of quantity times price, decimal"),
                    number(
                            "slippage",
                            "fraction of the price",
                            "of the model; NaN if volatility was unknown, or a venue filled it"),
                    text(
                            "optimistic_price",
                            "quote per base, decimal: next open without slippage, what a careless backtest pays; null if a venue filled before any bar"),
                    text("realised", "quote, decimal: profit of a sale after all costs, 0 for a buy"),
                    text(
                            "assumptions",
                            "what was not recorded and had to be assumed, separated by commas; empty if nothing"),
                    text("venue_fill", "id of the fill at the venue that made it; null of one on paper")),
            List.of("fill_id"),
            "at");

    public static final RowSchema ACCOUNTS = new RowSchema(
            "accounts",
            List.of(
                    AT,
                    LANE,
                    text("quote", "currency of the account"),
                    text("cash", "quote, decimal"),
                    text("equity", "quote, decimal: cash and positions at their last closes"),
                    whole("positions", "count", "pairs held"),
                    whole("stale_marks", "count", "of these, valued at a close older than 24 hours"),
                    text("gross", "quote, decimal: positions at their last closes"),
                    text("realised", "quote, decimal: profit of all sales after all costs"),
                    text("unrealised", "quote, decimal: positions at their last closes less their cost"),
                    text("fees", "quote, decimal: paid so far"),
                    number("drawdown", "fraction", "loss since the peak of equity"),
                    flag("stopped", "true once the kill switch has tripped"),
                    text("strategy", "name of the one in force after the tick"),
                    text("regime", "state of the market by BTC it goes by: volatility and trend, e.g. HIGH/DOWN")),
            List.of(LANE.name(), "quote", "at"),
            "at");

    public static final RowSchema AUDIT = new RowSchema(
            "audit",
            List.of(
                    AT,
                    whole("number", "count", "order within the tick"),
                    LANE,
                    text("event", "what a limit did, e.g. CUT, or what else happened, e.g. STRATEGY_CHANGED"),
                    text("rule", "risk rule, regime or part of the book concerned"),
                    text("subject", "pair or currency concerned"),
                    text("detail", "in words")),
            List.of("at", "number"),
            "at");

    public static final RowSchema LATE = new RowSchema(
            "late",
            List.of(
                    instant("folded_at", "tick at which the event was taken in"),
                    OF_PAIR,
                    text("source", "id of the source"),
                    text("kind", "kind of the event"),
                    whole("sequence", "number", "of the event"),
                    instant("event_time", "when it happened"),
                    instant("available_at", "when it became known")),
            List.of("source", PAIR, "kind", "event_time", "sequence"),
            "folded_at");

    public static final RowSchema REFUSED = new RowSchema(
            "refused",
            List.of(
                    instant("folded_at", "tick at which the event was refused"),
                    OF_PAIR,
                    text("source", "id of the source"),
                    text("kind", "kind of the event"),
                    whole("sequence", "number", "of the event"),
                    instant("event_time", "when it happened"),
                    instant("available_at", "when it became known"),
                    text("reason", "why it was not used"),
                    text("detail", "what was expected, null if the reason says it")),
            // models of one horizon are refused with the same words but for the detail, which names them
            List.of("folded_at", "source", PAIR, "kind", "event_time", "sequence", "available_at", "reason", "detail"),
            "folded_at");

    private Datasets() {}

    /** Columns in front of the features. */
    public static final int FEATURES_FROM = 8;

    /** One row per pair and tick, a column per feature. */
    public static RowSchema features(FeatureCatalog catalog) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                DECISION,
                OF_PAIR,
                whole("stale_bars", "bars", "bars since the newest one that came, 0 if the bar decided on came"),
                whole("healed_bars", "bars", "earlier bars computed again, or late for the first time, at this tick"),
                whole(
                        "universe",
                        "pairs",
                        "pairs of the quote currency with a bar, stable and metal-backed bases left out"),
                number("missing_share", "share", "features that are missing"),
                text("missing_groups", "groups of features missing as a whole, blanks between"),
                text("raw_root", "Merkle root over all payloads the row rests on")));
        for (FeatureDoc feature : catalog.docs()) {
            columns.add(number(feature.name(), feature.unit(), feature.description()));
        }
        return new RowSchema("features", columns, List.of(PAIR, DECISION_AT), DECISION_AT);
    }

    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("features", "pair and tick, with what was known then"),
            Map.entry("bars", "pair and tick whose bar came, as known then"),
            Map.entry("labels", "matured outcome of a pair, decision and horizon"),
            Map.entry("forecasts", "forecast of a model, judged or not"),
            Map.entry(
                    "verdicts",
                    "forecast judged: calibrated, with its interval and the gates that let it through or not"),
            Map.entry("statements", "forecast judged of a statement beside the direction"),
            Map.entry("status", "horizon and tick: how far the gates are"),
            Map.entry(
                    "coverage",
                    "cell and UTC day: what intervals promised and kept so far, by month, regime and model"),
            Map.entry("drift", "column, each day and at each new model, against the training set"),
            Map.entry("orders", "order and what became of it"),
            Map.entry("fills", "execution, on paper or at a venue"),
            Map.entry("accounts", "lane, currency and tick"),
            Map.entry(
                    "audit",
                    "hit of a risk limit, change of a strategy, portfolio step that failed, re-arming, or word of a venue"),
            Map.entry("late", "event that came late"),
            Map.entry("refused", "event or model that was not used"));

    /** What there is one row for in a dataset. */
    public static String rowOf(String dataset) {
        return ROWS.get(dataset);
    }

    /** Every dataset by name. */
    public static Map<String, RowSchema> all(FeatureCatalog catalog) {
        Map<String, RowSchema> all = new TreeMap<>();
        for (RowSchema schema : List.of(
                features(catalog),
                BARS,
                LABELS,
                FORECASTS,
                VERDICTS,
                STATEMENTS,
                STATUS,
                COVERAGE,
                DRIFT,
                ORDERS,
                FILLS,
                ACCOUNTS,
                AUDIT,
                LATE,
                REFUSED)) {
            all.put(schema.dataset(), schema);
        }
        return all;
    }
}
