package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.rows.MaturedForecasts;
import org.cryptosmarttrader.serving.rows.ModelForecast;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * Which model made which forecasts, what those were worth, and whether any could have known better. Models of statements beside
 * the direction count in the last only.
 */
final class ForecastTally implements MaturedForecasts.Reader {

    private static final int MOST_EXAMPLES = 10;

    /** What is known of a champion from its rows. */
    private static final class Use {
        private final ModelForecast any;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long rows;

        Use(ModelForecast any) {
            this.any = any;
        }

        void note(long decision) {
            rows++;
            first = Math.min(first, decision);
            last = Math.max(last, decision);
        }
    }

    /** Champions come first. */
    private record Seat(boolean challenger, String member) {}

    private final TickGrid grid;
    private final JudgedModels judged;
    private final SortedMap<String, SortedMap<String, Use>> uses = new TreeMap<>();
    private final Map<String, SortedMap<Seat, MemberTally>> members = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long checked;
    private long violations;

    private ForecastTally(RunManifest manifest, JudgedModels judged) {
        this.grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
        this.judged = judged;
        manifest.horizons().forEach(horizon -> uses.put(horizon, new TreeMap<>()));
    }

    static ForecastTally of(RunFolder run) throws IOException {
        ForecastTally tally = new ForecastTally(run.manifest(), JudgedModels.of(run));
        MaturedForecasts.read(run, tally);
        return tally;
    }

    @Override
    public void made(ModelForecast forecast) {
        audit(forecast);
        if (!forecast.isOfDirection()) {
            return;
        }
        if (forecast.isChampion()) {
            uses.computeIfAbsent(forecast.horizon(), absent -> new TreeMap<>())
                    .computeIfAbsent(forecast.forest(), absent -> new Use(forecast))
                    .note(forecast.decision());
        }
        tally(forecast).made(forecast);
    }

    @Override
    public void matured(List<ModelForecast> forecasts, double outcome) {
        forecasts.stream().filter(ModelForecast::isOfDirection).forEach(forecast -> tally(forecast)
                .matured(forecast, outcome));
    }

    private MemberTally tally(ModelForecast forecast) {
        return members.computeIfAbsent(
                        forecast.horizon(),
                        absent -> new TreeMap<>(
                                Comparator.comparing(Seat::challenger).thenComparing(Seat::member)))
                .computeIfAbsent(
                        new Seat(!forecast.isChampion(), forecast.member()), absent -> new MemberTally(forecast, grid));
    }

    private void audit(ModelForecast forecast) {
        checked++;
        if (forecast.trainedAsOf() <= forecast.decision() && forecast.activatedAt() <= forecast.decision()) {
            return;
        }
        violations++;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add("%s %s %s: scored by a %s trained as of %s and active from %s"
                    .formatted(
                            forecast.pair(),
                            forecast.horizon(),
                            Instant.ofEpochMilli(forecast.decision()),
                            forecast.member(),
                            Instant.ofEpochMilli(forecast.trainedAsOf()),
                            Instant.ofEpochMilli(forecast.activatedAt())));
        }
    }

    /** Of every forecast of every model; the models counted are those judged. */
    WalkForwardAudit audit() {
        SortedMap<String, Integer> distinct = new TreeMap<>();
        uses.keySet().forEach(horizon -> distinct.put(horizon, forests(horizon).size()));
        return new WalkForwardAudit(checked, violations, distinct, examples);
    }

    /** Base rate of a model; NaN if it made no forecast. */
    double climatology(String horizon, String forest) {
        Use use = uses.get(horizon).get(forest);
        return use == null ? Double.NaN : use.any.climatology();
    }

    /** Models of a horizon whose forecasts were judged, in the order of their first use; all champions if none was. */
    List<ForestUse> forests(String horizon) {
        Set<String> named = judged.of(horizon);
        return uses.get(horizon).values().stream()
                .filter(use -> named.isEmpty() || named.contains(use.any.forest()))
                .sorted(Comparator.comparingLong(use -> use.first))
                .map(ForecastTally::use)
                .toList();
    }

    /** @param verdicts number of them by decision */
    List<MembersReport.Member> members(String horizon, SortedMap<Long, Long> verdicts) {
        return members.getOrDefault(horizon, new TreeMap<>()).values().stream()
                .map(member -> member.report(judged.of(horizon), verdicts))
                .toList();
    }

    private static ForestUse use(Use use) {
        return new ForestUse(
                use.any.forest(),
                use.any.member(),
                use.any.version(),
                Instant.ofEpochMilli(use.any.trainedAsOf()).toString(),
                Instant.ofEpochMilli(use.any.activatedAt()).toString(),
                Instant.ofEpochMilli(use.first).toString(),
                Instant.ofEpochMilli(use.last).toString(),
                use.rows,
                use.any.climatology());
    }
}
