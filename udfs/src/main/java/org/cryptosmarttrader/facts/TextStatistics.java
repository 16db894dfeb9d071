package org.cryptosmarttrader.facts;

import java.util.List;
import org.cryptosmarttrader.history.Window;
import org.cryptosmarttrader.time.TickGrid;

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

    static TextStatistics of(String group, String asset, Facts facts, List<Text> texts) {
        DecayedMean sixHours = new DecayedMean(6 * TickGrid.HOUR, facts.tick());
        DecayedMean day = new DecayedMean(TickGrid.DAY, facts.tick());
        int[] hourly = new int[HOURS];
        int all = 0;
        int duplicates = 0;
        for (Text text : texts) {
            if (text.isOf(group) && text.isAbout(asset)) {
                int ago = facts.hoursAgo(text.availableAt());
                all += ago < 24 ? 1 : 0;
                duplicates += ago < 24 && text.isDuplicate() ? 1 : 0;
                if (!text.isDuplicate()) {
                    sixHours.add(text);
                    day.add(text);
                    if (ago < HOURS) {
                        hourly[ago]++;
                    }
                }
            }
        }
        boolean[] listened = listened(group, facts);
        return new TextStatistics(
                sixHours,
                day,
                count(hourly, listened),
                surprise(hourly, listened),
                all == 0 ? Double.NaN : (double) duplicates / all);
    }

    private static boolean[] listened(String group, Facts facts) {
        boolean[] listened = new boolean[HOURS];
        for (int ago = 0; ago < HOURS; ago++) {
            listened[ago] = group.equals(ALL_GROUPS) ? anyListened(facts, ago) : facts.listened(group, ago);
        }
        return listened;
    }

    /** A group that is not listened to at all adds nothing, so one that is suffices. */
    private static boolean anyListened(Facts facts, int ago) {
        return GROUPS.stream().anyMatch(group -> facts.listened(group, ago));
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
        double[] counts = new double[HOURS];
        for (int ago = 0; ago < HOURS; ago++) {
            counts[HOURS - 1 - ago] = listened[ago] ? StrictMath.log(1.0 + hourly[ago]) : Double.NaN;
        }
        Window window = Window.of(counts);
        return listened[0] && window.present() >= FEWEST_HOURS ? window.zScoreOfLast() : Double.NaN;
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
