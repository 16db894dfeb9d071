package org.cryptosmarttrader.app.runs;

import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sinks.parquet.EventRecorder;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The graph between Kafka on one side, and Kafka and Parquet on the other. */
final class OverKafka {

    private OverKafka() {}

    /**
     * @param after events available up to this instant are passed over; {@link Long#MIN_VALUE} for none
     */
    static PredictionGraph graph(
            RunPlan plan, RunManifest manifest, String bootstrap, Topics topics, Path out, long after) {
        RunOutput output = plan.output(out, manifest);
        return new PredictionGraph(
                plan.settings(),
                plan.mark(manifest),
                new KafkaEvents(bootstrap, topics.events(), after),
                Sinks.all(List.of(
                        new ParquetSink(output),
                        new EventRecorder(output),
                        new KafkaSinks(bootstrap, topics, output.schemas(), output.emitFrom()))));
    }
}
