package org.cryptosmarttrader.features.sentiment;

import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.facts.TextStatistics;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.Range;

/**
 * What is said of an asset by one group of sources, or by all.
 *
 * <p>Columns {@code sent_…} of all groups, {@code news_sent_…}, {@code reddit_sent_…}, {@code x_sent_…}.
 *
 * @param feed {@code news}, {@code reddit}, {@code x} or {@link TextStatistics#ALL_GROUPS}
 */
public record TextFeature(TextMeasure measure, String feed) implements FactFeature {

    private static final String SOURCE = "; after Tetlock 2007, Giving content to investor sentiment";

    @Override
    public String name() {
        return (isOfAll() ? "" : feed + "_") + measure.id();
    }

    private boolean isOfAll() {
        return feed.equals(TextStatistics.ALL_GROUPS);
    }

    @Override
    public String unit() {
        return measure.unit();
    }

    @Override
    public Range range() {
        return measure.range();
    }

    @Override
    public String meaning() {
        return measure.meaning() + SOURCE;
    }

    @Override
    public int memoryHours() {
        return measure.memoryHours();
    }

    @Override
    public String source() {
        return isOfAll() ? "texts" : "texts of " + feed;
    }

    @Override
    public String availability() {
        return "a text counts from when it was received, in imported files 15 min after its publication; a score from "
                + "when it was given";
    }

    @Override
    public double value(Facts facts) {
        return measure.of(facts.texts(feed));
    }
}
