package org.cryptosmarttrader.serving.report;

/**
 * A model whose forecasts were judged, and what it scored.
 *
 * @param forest SHA-256 of its file
 * @param member its name among the models of the horizon
 * @param trainedAsOf instant up to which it knew anything, ISO 8601
 * @param activatedAt instant from which it was used
 * @param firstDecision of the rows it scored
 * @param lastDecision of the rows it scored
 * @param rows scored
 * @param climatology share of rises among its training labels: the base rate
 */
public record ForestUse(
        String forest,
        String member,
        String version,
        String trainedAsOf,
        String activatedAt,
        String firstDecision,
        String lastDecision,
        long rows,
        double climatology) {}
