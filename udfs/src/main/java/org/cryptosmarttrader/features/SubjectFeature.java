package org.cryptosmarttrader.features;

import java.util.Locale;
import org.cryptosmarttrader.facts.Facts;

/**
 * A feature of facts taken of one asset, or of the whole market, for every pair.
 *
 * <p>Columns {@code mkt_…}, {@code btc_…}.
 *
 * @param subject canonical symbol, empty for the whole market
 * @param feature what is taken of it
 */
public record SubjectFeature(String subject, FactFeature feature) implements FactFeature {

    @Override
    public String name() {
        return (subject.isEmpty() ? "mkt" : subject.toLowerCase(Locale.ROOT)) + "_" + feature.name();
    }

    @Override
    public String unit() {
        return feature.unit();
    }

    @Override
    public Range range() {
        return feature.range();
    }

    @Override
    public String meaning() {
        return "of %s: %s".formatted(subject.isEmpty() ? "the whole market" : subject, feature.meaning());
    }

    @Override
    public int memoryHours() {
        return feature.memoryHours();
    }

    @Override
    public String source() {
        return subject.isEmpty() ? feature.source() : "%s of %s".formatted(feature.source(), subject);
    }

    @Override
    public String availability() {
        return feature.availability();
    }

    @Override
    public String parameters() {
        return feature.parameters();
    }

    @Override
    public Class<?> formula() {
        return feature.formula();
    }

    @Override
    public String group() {
        return feature.group();
    }

    /** @param ofSubject facts of the subject, whatever pair asks */
    @Override
    public double value(Facts ofSubject) {
        return feature.value(ofSubject);
    }
}
