package org.cryptosmarttrader.ingest.facts.texts;

import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.texts.TextAvailability;

/**
 * A news item or post as a file says it.
 *
 * @param line of the file, from 1
 * @param group where it was said: {@code news}, {@code reddit} or {@code x}
 * @param id within the group
 * @param publishedAt epoch milliseconds
 * @param isOfDay whether only the day of publication is known; {@code publishedAt} is its beginning
 * @param retrievedAt epoch milliseconds; empty if not recorded
 * @param text title and text; empty if the row only says what a text taken in before scored
 * @param url empty if unknown
 * @param given empty if it came without a score
 */
record TextItem(
        long line,
        String group,
        String id,
        long publishedAt,
        boolean isOfDay,
        OptionalLong retrievedAt,
        String text,
        String url,
        Optional<GivenScore> given) {

    /** From when on it may be used, epoch milliseconds. */
    long availableAt(TextAvailability rule) {
        if (retrievedAt.isPresent()) {
            return TextAvailability.retrieved(publishedAt, retrievedAt.getAsLong());
        }
        return isOfDay ? rule.publishedOn(publishedAt) : rule.published(publishedAt);
    }

    boolean isOnlyScore() {
        return text.isEmpty();
    }

    boolean isRetrievedEarly() {
        return retrievedAt.isPresent() && retrievedAt.getAsLong() < publishedAt;
    }

    String textHash() {
        return TextIdentity.hash(text);
    }
}
