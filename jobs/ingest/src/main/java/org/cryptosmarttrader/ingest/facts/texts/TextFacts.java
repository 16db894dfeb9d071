package org.cryptosmarttrader.ingest.facts.texts;

import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.texts.TextAvailability;
import org.cryptosmarttrader.texts.TextScorer;
import org.cryptosmarttrader.texts.TextWords;

/**
 * Events of texts and of scores that came later.
 *
 * @param scorer of texts that came without a score
 */
record TextFacts(String source, TextAvailability availability, CoinDictionary coins, TextScorer scorer) {

    /** The text under an id, with its score as far as that is known with it. */
    Fact text(TextItem item, String id, String payloadHash) {
        double score = scoreOf(item);
        return new Fact(
                EventKind.TEXT,
                source,
                "",
                0,
                Fact.sequenceOf(item.group() + ":" + id),
                item.publishedAt(),
                item.availableAt(availability),
                new double[] {score},
                new String[] {
                    item.group(),
                    id,
                    String.join(" ", coins.subjects(item.text(), item.publishedAt())),
                    Double.isNaN(score) ? "" : scorerOf(item),
                    TextWords.of(item.text()).joined(),
                    item.url()
                },
                kind(item).name(),
                payloadHash,
                item.line());
    }

    private double scoreOf(TextItem item) {
        if (item.given().isEmpty()) {
            return scorer.score(item.text());
        }
        return isScoredLater(item) ? Double.NaN : item.given().get().score();
    }

    private String scorerOf(TextItem item) {
        return item.given().map(GivenScore::scorer).orElseGet(scorer::id);
    }

    private static Availability kind(TextItem item) {
        return item.retrievedAt().isPresent() ? Availability.RECORDED : Availability.ASSIGNED;
    }

    /** Whether its score is known only after the text is. */
    boolean isScoredLater(TextItem item) {
        return item.given()
                .filter(given -> item.isOnlyScore() || given.isAfter(item.availableAt(availability)))
                .isPresent();
    }

    /** What the item's scorer said of the text of an id; usable from when it said so, never before the text. */
    Fact score(TextItem item, String id, String payloadHash) {
        GivenScore given = item.given().orElseThrow();
        String text = item.group() + ":" + id;
        long textAt = item.isOnlyScore() ? Long.MIN_VALUE : item.availableAt(availability);
        long scoredAt = Math.max(textAt, given.scoredAt().orElse(textAt));
        return new Fact(
                EventKind.SCORE,
                source,
                "",
                0,
                Fact.sequenceOf(text + " " + given.scorer()),
                scoredAt,
                scoredAt,
                new double[] {given.score()},
                new String[] {text, given.scorer()},
                (given.scoredAt().isPresent() ? Availability.RECORDED : kind(item)).name(),
                payloadHash,
                item.line());
    }
}
