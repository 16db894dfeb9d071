package org.cryptosmarttrader.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What is known at a decision instant of an asset, or of the market as a whole, beside prices. It ends at the decision, so
 * nothing computed from it can see the future.
 *
 * <p>A view of the memory, valid until the next fold. Not thread-safe.
 */
public final class Facts {

    private final String asset;
    private final TickView view;
    private final FactMemory memory;
    private final Map<String, Series> series;
    private final Map<String, TextStatistics> texts = new TreeMap<>();
    private FlowStatistics flows;

    Facts(String asset, TickView view, FactMemory memory) {
        this.asset = asset;
        this.view = view;
        this.memory = memory;
        this.series = memory.seriesOf(asset);
    }

    /** The decision instant. */
    public long tick() {
        return view.tick();
    }

    /** What the texts of a group say, made when first asked for. */
    public TextStatistics texts(String group) {
        return texts.computeIfAbsent(group, asked -> TextStatistics.of(asked, asset, view));
    }

    /** Where money went on the asset's chain, made when first asked for. */
    public FlowStatistics flows() {
        if (flows == null) {
            flows = FlowStatistics.of(asset, view, memory.transfers());
        }
        return flows;
    }

    /**
     * The newest value of a metric.
     *
     * @param oldestMillis greatest time since it became available, itself included
     * @param oldestDailyMillis the same of a value that covers a day or more
     * @return NaN if there is none so new
     */
    public double latest(String metric, long oldestMillis, long oldestDailyMillis) {
        Series.Value newest = newest(metric, oldestDailyMillis);
        boolean isCarried = newest != null
                && (newest.intervalMillis() >= TickGrid.DAY || tick() - newest.availableAt() <= oldestMillis);
        return isCarried ? newest.value() : Double.NaN;
    }

    /**
     * The newest value of a daily metric and those of the days before it.
     *
     * @param days to go back
     * @param oldestMillis greatest time since the newest became available, itself included
     * @return days + 1 values, the newest last, NaN where a day has none; all NaN if the newest is too old
     */
    public double[] daily(String metric, int days, long oldestMillis) {
        double[] values = new double[days + 1];
        Arrays.fill(values, Double.NaN);
        if (newest(metric, oldestMillis) != null) {
            Series known = series.get(metric);
            long newest = known.newest();
            for (int ago = 0; ago <= days; ago++) {
                Series.Value value = known.at(newest - ago * TickGrid.DAY);
                values[days - ago] = value == null ? Double.NaN : value.value();
            }
        }
        return values;
    }

    private Series.Value newest(String metric, long oldestMillis) {
        Series known = series.get(metric);
        Series.Value newest = known == null ? null : known.at(known.newest());
        return newest != null && tick() - newest.availableAt() <= oldestMillis ? newest : null;
    }
}
