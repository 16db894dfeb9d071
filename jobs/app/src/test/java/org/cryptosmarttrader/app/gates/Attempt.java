package org.cryptosmarttrader.app.gates;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** A run of the real graph over an archive, and where its training gate stands at the end. */
final class Attempt {

    private static final int HOURS = Datasets.STATUS.indexOf("training_hours");
    private static final int OPEN = Datasets.STATUS.indexOf("training_open");
    private static final int REASON = Datasets.REFUSED.indexOf("reason");

    private final RunFolder run;

    private Attempt(RunFolder run) {
        this.run = run;
    }

    /** What the tests run: the settings of the distribution, forecasting an hour ahead. */
    static Configuration conf(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putIfAbsent("horizons.horizons", "[1h]");
        return Configuration.read(Answer.home().resolve("conf"), all);
    }

    static RunPlan plan(Path archive, Map<String, String> settings, long untilHour) throws IOException {
        Instant from = Instant.ofEpochMilli(Hours.START);
        Span span = new Span(from, from.plusMillis((untilHour + 1) * TickGrid.HOUR), Optional.of(from));
        return RunPlan.of(conf(settings), archive, span, List.of(), RunPlan.Genesis.ARCHIVE);
    }

    static Attempt over(Path archive, Path out) throws Exception {
        return over(plan(archive, Map.of(), 2 * Hours.TWELVE_WEEKS), out);
    }

    static Attempt over(RunPlan plan, Path out) throws Exception {
        return new Attempt(
                BoundedRun.run(plan, plan.manifest("dataset", List.of(), "test"), List.of(), out, JobSettings.once(1)));
    }

    /** What a run has written so far. */
    static Attempt of(RunFolder run) {
        return new Attempt(run);
    }

    /** Most hours the gate ever counted. */
    double mostHours() throws IOException {
        return hours().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Hours the gate counted, tick after tick. */
    List<Double> hours() throws IOException {
        RowBatch status = run.readAll(Datasets.STATUS);
        List<Double> hours = new ArrayList<>();
        for (double counted : status.doubles(HOURS)) {
            hours.add(counted);
        }
        return hours;
    }

    /** Whether the gate was open at any tick. */
    boolean opened() throws IOException {
        boolean opened = false;
        for (boolean open : run.readAll(Datasets.STATUS).booleans(OPEN)) {
            opened |= open;
        }
        return opened;
    }

    /** Number of rows refused, by reason. */
    Map<String, Integer> refused() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String reason : run.readAll(Datasets.REFUSED).strings(REASON)) {
            counts.merge(reason, 1, Integer::sum);
        }
        return Collections.unmodifiableMap(counts);
    }
}
