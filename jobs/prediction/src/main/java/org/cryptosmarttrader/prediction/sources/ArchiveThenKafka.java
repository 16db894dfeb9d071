package org.cryptosmarttrader.prediction.sources;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;

/**
 * A warm start: an archive that is complete up to an instant, and Kafka for what became available after it. The watermark
 * is the lower of both, so Kafka's events wait while the archive is read; none is read twice and none is lost.
 */
public final class ArchiveThenKafka implements Sources {

    private final ArchiveSource archive;
    private final KafkaEvents kafka;

    public ArchiveThenKafka(ArchiveSource archive, KafkaEvents kafka) {
        this.archive = archive;
        this.kafka = kafka;
    }

    @Override
    public DataStream<Arrival> events(StreamExecutionEnvironment env) {
        return archive.events(env).union(kafka.events(env));
    }
}
