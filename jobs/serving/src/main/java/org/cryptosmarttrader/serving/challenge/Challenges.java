package org.cryptosmarttrader.serving.challenge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.rows.MaturedForecasts;
import org.cryptosmarttrader.serving.rows.ModelForecast;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * The last challenger of each member of a run beside the last champion: over the rows that these two files both forecast,
 * not those of the models before them.
 */
public final class Challenges implements MaturedForecasts.Reader {

    private record Seat(String horizon, String member, boolean champion) {
        static Seat of(ModelForecast forecast) {
            return new Seat(forecast.horizon(), forecast.member(), forecast.isChampion());
        }
    }

    /** Two files that forecast beside each other. */
    private record Match(String champion, String challenger) {}

    private final TickGrid grid;
    private final Map<Seat, ModelForecast> last =
            new TreeMap<>(Comparator.comparing((Seat seat) -> Horizon.parse(seat.horizon()))
                    .thenComparing(Seat::member)
                    .thenComparing(Seat::champion));
    private final Map<Seat, Map<Match, CommonRows>> common =
            new TreeMap<>(Comparator.comparing(Seat::horizon).thenComparing(Seat::member));

    private Challenges(RunManifest manifest) {
        this.grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
    }

    /**
     * @return by horizon and member; none if no model challenged another
     * @throws IOException if a file of the run is damaged or lacks a column
     */
    public static List<Challenge> of(RunFolder run) throws IOException {
        Challenges read = new Challenges(run.manifest());
        MaturedForecasts.read(run, read);
        return read.result();
    }

    @Override
    public void made(ModelForecast forecast) {
        last.put(Seat.of(forecast), forecast);
    }

    @Override
    public void matured(List<ModelForecast> forecasts, double outcome) {
        for (ModelForecast challenger : forecasts) {
            for (ModelForecast champion : forecasts) {
                if (!challenger.isChampion()
                        && champion.isChampion()
                        && champion.member().equals(challenger.member())) {
                    common.computeIfAbsent(Seat.of(champion), absent -> new HashMap<>())
                            .computeIfAbsent(
                                    new Match(champion.forest(), challenger.forest()),
                                    absent -> new CommonRows(Horizon.parse(champion.horizon()), grid))
                            .add(champion, challenger, outcome);
                }
            }
        }
    }

    private List<Challenge> result() {
        List<Challenge> challenges = new ArrayList<>();
        last.forEach((seat, challenger) -> {
            ModelForecast champion = last.get(new Seat(seat.horizon(), seat.member(), true));
            // one that was promoted since forecasts as the champion
            boolean isOpen =
                    !seat.champion() && champion != null && !champion.forest().equals(challenger.forest());
            if (isOpen) {
                CommonRows rows = common.getOrDefault(Seat.of(champion), Map.of())
                        .getOrDefault(
                                new Match(champion.forest(), challenger.forest()),
                                new CommonRows(Horizon.parse(champion.horizon()), grid));
                challenges.add(Challenge.of(champion, challenger, rows.promotion()));
            }
        });
        return challenges;
    }
}
