package org.cryptosmarttrader.serving.views;

import java.util.List;
import org.cryptosmarttrader.serving.views.RunViews.View;

/**
 * The views that join datasets. What they compute is {@code NULL} where it is not known; columns of a dataset stay as they are
 * in its files.
 */
enum JoinedView {
    /** Labels without a scaled value teach nothing, see {@code TrainingSet}; those of another status than OK do. */
    TRAINING(
            new View(
                    "training",
                    "what a model can learn from, a row per feature row and horizon; matured_at says from when on",
                    """
                    SELECT l.horizon, l.matured_at, l.status, l.value, l.scaled, l.value > 0 AS up, f.*
                    FROM features AS f JOIN labels AS l ON l.pair = f.pair AND l.decision_at = f.decision_at
                    WHERE NOT isnan(l.scaled)"""),
            "features",
            "labels"),

    /** A verdict names its forecast; a challenger reaches none, and other statements have none here. */
    FORECASTS_WITH_OUTCOMES(
            new View(
                    "forecasts_with_outcomes",
                    "a row per verdict, with the forecast it judges and what came of it; NULL if open or without a price",
                    """
                    WITH outcomes AS (
                        SELECT pair, decision_at, horizon, matured_at, status AS label_status,
                            CASE WHEN NOT isnan(value) THEN value END AS outcome FROM labels)
                    SELECT v.*, f.* EXCLUDE (pair, decision_at, horizon, forest, prediction_id, expected_return, role, statement),
                        o.matured_at, o.label_status, o.outcome, o.outcome > 0 AS up,
                        CASE WHEN NOT isnan(v.lower) THEN o.outcome BETWEEN v.lower AND v.upper END AS held,
                        CASE WHEN NOT isnan(v.p_up) THEN (v.p_up - (o.outcome > 0)::INT) ** 2 END AS brier,
                        CASE WHEN NOT isnan(f.climatology) THEN (f.climatology - (o.outcome > 0)::INT) ** 2 END AS base_rate_brier
                    FROM verdicts AS v
                    JOIN forecasts AS f ON f.pair = v.pair AND f.decision_at = v.decision_at AND f.horizon = v.horizon
                        AND f.forest = v.forest AND f.prediction_id = v.prediction_id
                        AND f.role = 'champion' AND f.statement = 'up'
                    LEFT JOIN outcomes AS o ON o.pair = v.pair AND o.decision_at = v.decision_at AND o.horizon = v.horizon"""),
            "verdicts",
            "forecasts",
            "labels"),

    /** The dataset keeps the plain name: a view of a dataset never is anything else than its rows. */
    COVERAGE_BY_MONTH(
            new View(
                    "coverage_by_month",
                    "what intervals promised and kept, a row per horizon and month, all currencies, regimes and models",
                    CoverageByMonth.of("coverage")),
            "coverage");

    private final View view;
    private final List<String> datasets;

    JoinedView(View view, String... datasets) {
        this.view = view;
        this.datasets = List.of(datasets);
    }

    View view() {
        return view;
    }

    /** The datasets it is made of. */
    List<String> datasets() {
        return datasets;
    }
}
