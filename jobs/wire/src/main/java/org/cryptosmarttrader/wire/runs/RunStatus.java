package org.cryptosmarttrader.wire.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.gates.SystemStatus;
import org.cryptosmarttrader.gates.TrainingProgress;
import org.cryptosmarttrader.provenance.Taint;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * The status of the system at a tick of a run, from the rows the graph emitted. What the graph does not measure is null.
 *
 * @param tick instant the status is of, epoch milliseconds
 */
public record RunStatus(long tick, SystemStatus status) {

    private static final RowSchema ROWS = Datasets.STATUS;
    private static final long WEEK = 7 * TickGrid.DAY;

    /** What a row says of a horizon, and of the rows the run has accepted. */
    private record Row(double hours, boolean open, long accepted, long verified, long tainted) {}

    /**
     * @param at instant; the last tick up to it counts
     * @return empty if the run has no status row up to then
     * @throws IOException if a file of the run is damaged
     */
    public static Optional<RunStatus> of(RunFolder run, long at) throws IOException {
        TreeMap<Long, Map<String, Row>> ticks = new TreeMap<>();
        for (long day : run.daysBackwards(ROWS.dataset())) {
            if (ticks.isEmpty()) {
                run.read(ROWS, day, day, batch -> add(batch, at, ticks));
            }
        }
        if (ticks.isEmpty()) {
            return Optional.empty();
        }
        GateSettings gates = gates(run.manifest());
        SystemStatus.Measured measured = SystemStatus.at(ticks.lastKey());
        ticks.lastEntry().getValue().forEach((horizon, row) -> measured.training(
                        Horizon.parse(horizon), progress(row, gates))
                .provenance(row.verified, row.accepted)
                .taint(row.tainted, row.accepted));
        long feeds = run.manifest().feeds().values().stream().distinct().count();
        long authentic = run.manifest().feeds().values().stream()
                .distinct()
                .filter(feed -> !Taint.isMadeUp(feed))
                .count();
        measured.sources(authentic, feeds);
        return Optional.of(new RunStatus(ticks.lastKey(), measured.status()));
    }

    private static void add(RowBatch batch, long at, TreeMap<Long, Map<String, Row>> ticks) {
        for (int row = 0; row < batch.rows(); row++) {
            long tick = batch.longs(ROWS.indexOf(Datasets.DECISION_AT))[row];
            if (tick > at || (!ticks.isEmpty() && tick < ticks.lastKey())) {
                continue;
            }
            ticks.headMap(tick).clear();
            ticks.computeIfAbsent(tick, absent -> new TreeMap<>())
                    .put(
                            batch.strings(ROWS.indexOf(Datasets.HORIZON))[row],
                            new Row(
                                    batch.doubles(ROWS.indexOf("training_hours"))[row],
                                    batch.booleans(ROWS.indexOf("training_open"))[row],
                                    batch.longs(ROWS.indexOf("rows"))[row],
                                    batch.longs(ROWS.indexOf("verified_rows"))[row],
                                    batch.longs(ROWS.indexOf("tainted_rows"))[row]));
        }
    }

    /** The settings of the run itself; those of a run from before they were kept are the standard ones. */
    private static GateSettings gates(RunManifest manifest) throws IOException {
        JsonNode gates = manifest.settings() == null
                ? null
                : Json.mapper().readTree(manifest.settings()).get("gates");
        return gates == null ? GateSettings.STANDARD : Json.mapper().treeToValue(gates, GateSettings.class);
    }

    /** Live weeks are not recorded: all that are needed if the gate is open, otherwise none. */
    private static TrainingProgress progress(Row row, GateSettings gates) {
        long requiredLive = (long) Math.ceil(gates.minimumLiveWeeks() * WEEK);
        return new TrainingProgress(
                Math.round(row.hours * TickGrid.HOUR),
                row.open ? requiredLive : 0,
                (long) Math.ceil(gates.minimumTrainingHours() * TickGrid.HOUR),
                requiredLive);
    }
}
