package org.cryptosmarttrader.facts;

import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.history.Window;

/**
 * What the texts of one group say of an asset, or of the market, at a decision instant: means of scores with weights that
 * halve every six hours and every day, and how much was said. Only the first of texts that say the same counts.
 */
public final class TextStatistics {

    /** Stands for all groups together. */
    public static final String ALL_GROUPS = "all";

    /** The groups by name; {@link #ALL_GROUPS} was listened to when each of them was that was ever heard of. */
    public static final List<String> GROUPS = List.of("news", "reddit", "x");

    private static final int HOURS = 168;

    /** ln(1 + n) of the counts that an hour mostly has. */
    private static final double[] LN_1_PLUS = new double[64];

    static {
        Arrays.setAll(LN_1_PLUS, n -> StrictMath.log(1.0 + n));
    }

    /** Nine tenths of a week. */
    private static final int FEWEST_HOURS = 152;

    private final DecayedMean sixHours;
    private final DecayedMean day;
    private final double count;
    private final double countSurprise;
    private final double duplicateShare;

    private TextStatistics(
            DecayedMean sixHours, DecayedMean day, double count, double countSurprise, double duplicateShare) {
        this.sixHours = sixHours;
        this.day = day;
        this.count = count;
        this.countSurprise = countSurprise;
        this.duplicateShare = duplicateShare;
    }

    static TextStatistics of(String group, String asset, TickView view) {
        DecayedMean sixHours = new DecayedMean();
        DecayedMean day = new DecayedMean();
        int[] hourly = new int[HOURS];
        int all = 0;
        int duplicates = 0;
        for (TickView.Weighed weighed : view.texts(asset)) {
            Text text = weighed.text();
            if (text.isOf(group)) {
                all += weighed.hoursAgo() < 24 ? 1 : 0;
                duplicates += weighed.hoursAgo() < 24 && text.isDuplicate() ? 1 : 0;
                if (!text.isDuplicate()) {
                    sixHours.add(text.score(), weighed.sixHours());
                    day.add(text.score(), weighed.day());
                    if (weighed.hoursAgo() < HOURS) {
                        hourly[weighed.hoursAgo()]++;
                    }
                }
            }
        }
        boolean[] listened = view.listened(group);
        return new TextStatistics(
                sixHours,
                day,
                count(hourly, listened),
                surprise(hourly, listened),
                all == 0 ? Double.NaN : (double) duplicates / all);
    }

    private static double count(int[] hourly, boolean[] listened) {
        int count = 0;
        for (int ago = 0; ago < 24; ago++) {
            if (!listened[ago]) {
                return Double.NaN;
            }
            count += hourly[ago];
        }
        return count;
    }

    private static double surprise(int[] hourly, boolean[] listened) {
        if (!listened[0]) {
            return Double.NaN;
        }
        double[] counts = new double[HOURS];
        for (int ago = 0; ago < HOURS; ago++) {
            counts[HOURS - 1 - ago] = listened[ago] ? ln1plus(hourly[ago]) : Double.NaN;
        }
        Window window = Window.of(counts);
        return window.present() >= FEWEST_HOURS ? window.zScoreOfLast() : Double.NaN;
    }

    private static double ln1plus(int n) {
        return n < LN_1_PLUS.length ? LN_1_PLUS[n] : StrictMath.log(1.0 + n);
    }

    /** Mean score with a half-life of six hours; NaN if nothing scored was said within two days. */
    public double mean6h() {
        return sixHours.mean();
    }

    /** Mean score with a half-life of a day; NaN if nothing scored was said within eight days. */
    public double mean24h() {
        return day.mean();
    }

    /** Weighted standard deviation about {@link #mean6h()}; NaN of fewer than two texts. */
    public double dispersion6h() {
        return sixHours.dispersion();
    }

    /** Weighted standard deviation about {@link #mean24h()}; NaN of fewer than two texts. */
    public double dispersion24h() {
        return day.dispersion();
    }

    /** Texts of the last 24 hours; NaN if an hour of them was not listened to. */
    public double count24() {
        return count;
    }

    /** z-score of ln(1 + texts of the last hour) among those of the last 168 hours listened to; NaN if fewer than 152 were. */
    public double countSurprise168() {
        return countSurprise;
    }

    /** Share of the last 24 hours' texts that said again what was said before; NaN if there was none. */
    public double duplicateShare24() {
        return duplicateShare;
    }
}
