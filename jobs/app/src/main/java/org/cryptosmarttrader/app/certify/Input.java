package org.cryptosmarttrader.app.certify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.wire.archive.TickReader;

/**
 * What one run is given.
 *
 * @param events read from archives, from the run's genesis until its last tick
 * @param change done to them
 * @param disorder seed of the order they come in; empty for the archive's own
 */
public record Input(ArchiveSpan events, EventChange change, OptionalLong disorder) {

    /** First instant folded. */
    public long genesis() {
        return events.after();
    }

    /** Last tick. */
    public long until() {
        return events.until();
    }

    /** The same run over other events, as they are. */
    public Input over(Path archive) {
        List<String> roots = List.of(archive.toAbsolutePath().toString());
        return new Input(
                new ArchiveSpan(
                        roots, events.pairs(), events.references(), events.after(), events.until(), events.grid()),
                EventChange.none(),
                disorder);
    }

    /** The events as the graph hears of them. */
    public Sources sources() {
        return env -> disordered(changed(env));
    }

    private DataStream<Arrival> changed(StreamExecutionEnvironment env) {
        DataStream<Arrival> arrivals = new ArchiveSource(events).events(env);
        EventChange applied = change;
        return arrivals.<Arrival>flatMap(
                        (arrival, out) ->
                                applied.change(arrival.block(), block -> out.collect(Arrival.fromArchive(block))),
                        arrivals.getType())
                .uid("changed")
                .name("events as the check wants them");
    }

    private DataStream<Arrival> disordered(DataStream<Arrival> arrivals) {
        if (disorder.isEmpty()) {
            return arrivals;
        }
        // behind the exchange a block may take any channel, whatever its pair
        return arrivals.transform("disorder", arrivals.getType(), new Disorder(disorder.getAsLong()))
                .uid("disorder")
                .rebalance();
    }

    /** The events without a graph, tick by tick. */
    public void read(Consumer<EventBlock> reader) throws IOException {
        try (TickReader ticks = events.open()) {
            for (TickReader.Tick tick = ticks.next(); tick != null; tick = ticks.next()) {
                tick.blocks().forEach(block -> change.change(block, reader));
            }
        }
    }
}
