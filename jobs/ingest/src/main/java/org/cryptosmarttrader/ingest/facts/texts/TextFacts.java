package org.cryptosmarttrader.ingest.facts.texts;

import java.util.OptionalDouble;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.texts.TextAvailability;

/** Events of texts and of scores that came later. */
record TextFacts(String source, TextAvailability availability, TextReading reading) {

    /** The text under an id, with its score as far as that is known with it. */
    Fact text(TextItem item, String id, String payloadHash) {
        TextReading.Said said = said(item, id);
        return new Fact(
                EventKind.TEXT,
                source,
                "",
                0,
                Fact.sequenceOf(TextIdentity.of(item.group(), id)),
                item.publishedAt(),
                item.availableAt(availability),
                said.values(),
                said.words(),
                kind(item).name(),
                payloadHash,
                item.line());
    }

    private TextReading.Said said(TextItem item, String id) {
        if (item.given().isEmpty()) {
            return reading.said(item.group(), id, item.publishedAt(), item.text(), item.url());
        }
        GivenScore given = item.given().get();
        OptionalDouble score = isScoredLater(item) ? OptionalDouble.empty() : OptionalDouble.of(given.score());
        return reading.said(item.group(), id, item.publishedAt(), item.text(), item.url(), score, given.scorer());
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
        String text = TextIdentity.of(item.group(), id);
        long textAt = item.isOnlyScore() ? Long.MIN_VALUE : item.availableAt(availability);
        long scoredAt = Math.max(textAt, given.scoredAt().orElse(textAt));
        return new Fact(
                EventKind.SCORE,
                source,
                "",
                0,
                Fact.sequenceOf(TextIdentity.ofScore(text, given.scorer())),
                scoredAt,
                scoredAt,
                new double[] {given.score()},
                new String[] {text, given.scorer()},
                (given.scoredAt().isPresent() ? Availability.RECORDED : kind(item)).name(),
                payloadHash,
                item.line());
    }
}
