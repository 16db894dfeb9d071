package org.cryptosmarttrader.features.sentiment;

import java.util.function.ToDoubleFunction;
import org.cryptosmarttrader.facts.TextStatistics;
import org.cryptosmarttrader.features.Range;

/** What is measured of texts; scores lie in -1..1. */
public enum TextMeasure {
    SENT_6H(
            "sent_6h",
            "score, -1..1",
            Range.SIGNED_UNIT,
            "mean score of texts, the weight halving every 6 h over 48 h",
            192 + 120,
            TextStatistics::mean6h),
    SENT_24H(
            "sent_24h",
            "score, -1..1",
            Range.SIGNED_UNIT,
            "mean score of texts, the weight halving every 24 h over 192 h",
            192 + 264,
            TextStatistics::mean24h),
    SENT_DISP_6H(
            "sent_disp_6h",
            "score",
            Range.UNIT,
            "weighted standard deviation of scores about sent_6h, at least two texts",
            192 + 120,
            TextStatistics::dispersion6h),
    SENT_DISP_24H(
            "sent_disp_24h",
            "score",
            Range.UNIT,
            "weighted standard deviation of scores about sent_24h, at least two texts",
            192 + 264,
            TextStatistics::dispersion24h),
    SENT_MOM(
            "sent_mom",
            "score",
            new Range(-2, 2),
            "sent_6h less sent_24h",
            192 + 264,
            texts -> texts.mean6h() - texts.mean24h()),
    SENT_COUNT_24(
            "sent_count_24",
            "texts",
            Range.NOT_NEGATIVE,
            "texts of 24 h without repetitions, missing unless each of the hours was listened to",
            24 + 72,
            TextStatistics::count24),
    SENT_COUNT_Z_168(
            "sent_count_z_168",
            "standard deviations",
            Range.ANY,
            "z-score of ln(1 + texts of the hour) over 168 h, at least 152 of them listened to",
            168 + 72,
            TextStatistics::countSurprise168),
    SENT_DUP_SHARE_24(
            "sent_dup_share_24",
            "share, 0..1",
            Range.UNIT,
            "share of the texts of 24 h that repeat one of the 72 h before it, told by shingles as of Broder 1997",
            24 + 72,
            TextStatistics::duplicateShare24);

    private final String id;
    private final String unit;
    private final Range range;
    private final String meaning;
    private final int memoryHours;
    private final ToDoubleFunction<TextStatistics> value;

    TextMeasure(
            String id,
            String unit,
            Range range,
            String meaning,
            int memoryHours,
            ToDoubleFunction<TextStatistics> value) {
        this.id = id;
        this.unit = unit;
        this.range = range;
        this.meaning = meaning;
        this.memoryHours = memoryHours;
        this.value = value;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    Range range() {
        return range;
    }

    String meaning() {
        return meaning;
    }

    /** Of the texts weighed or counted, and of those before them that they may repeat or be scored after. */
    int memoryHours() {
        return memoryHours;
    }

    double of(TextStatistics texts) {
        return value.applyAsDouble(texts);
    }
}
