package org.cryptosmarttrader.app.runs;

import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sinks.parquet.EventRecorder;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.ArchiveThenKafka;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The graph between Kafka on one side, and Kafka and Parquet on the other. */
final class OverKafka {

    private OverKafka() {}

    /** The graph over all a topic holds. */
    static PredictionGraph graph(RunPlan plan, RunManifest manifest, String bootstrap, Topics topics, Path out) {
        return graph(
                plan, manifest, new KafkaEvents(bootstrap, topics.events(), Long.MIN_VALUE), bootstrap, topics, out);
    }

    /** The graph over what is heard from a plan's beginning on, behind its archive if it has one. */
    static PredictionGraph live(RunPlan plan, RunManifest manifest, String bootstrap, Topics topics, Path out) {
        if (plan.archive() == null) {
            Sources kafka = new KafkaEvents(bootstrap, topics.events(), plan.genesis());
            return graph(plan, manifest, kafka, bootstrap, topics, out);
        }
        long handOver = plan.state().endsAt();
        Sources both = new ArchiveThenKafka(
                new ArchiveSource(plan.archiveSpan(List.of(), handOver)),
                new KafkaEvents(bootstrap, topics.events(), handOver));
        return graph(plan, manifest, both, bootstrap, topics, out);
    }

    private static PredictionGraph graph(
            RunPlan plan, RunManifest manifest, Sources sources, String bootstrap, Topics topics, Path out) {
        RunOutput output = plan.output(out, manifest);
        return new PredictionGraph(
                plan.settings(),
                plan.mark(manifest),
                sources,
                Sinks.all(List.of(
                        new ParquetSink(output),
                        new EventRecorder(output),
                        new KafkaSinks(bootstrap, topics, output.schemas(), output.emitFrom()))));
    }
}
