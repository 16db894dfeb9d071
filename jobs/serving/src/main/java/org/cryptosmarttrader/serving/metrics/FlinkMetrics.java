package org.cryptosmarttrader.serving.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink's own metrics, as the job writes them into a file every few seconds: shown beside ours while they are new. */
final class FlinkMetrics implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkMetrics.class);

    /** A job that lives has written it many times since. */
    private static final Duration OLD = Duration.ofSeconds(60);
    /** Thousands of series; what is longer is no such file. */
    private static final long MOST_BYTES = 16_000_000;

    /** Families of Flink's name only, so that none of ours is repeated. */
    private static final Pattern FLINKS = Pattern.compile("(# (HELP|TYPE) )?flink_.*");

    private final Path file;

    /** @param file there or not */
    FlinkMetrics(Path file) {
        this.file = file;
    }

    /** Whether it is new; nothing if no job ever wrote it. */
    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges();
        if (Files.exists(file)) {
            gauges.add("cst_flink_up", "1 while the job writes Flink's metrics", isNew());
        }
        return gauges.snapshots();
    }

    /** Lines of Prometheus' text; empty while there are none. */
    String text() {
        if (!isNew()) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> FLINKS.matcher(line).matches())
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            LOG.warn("metrics of Flink could not be read ({})", e.toString());
            return "";
        }
    }

    private boolean isNew() {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isAfter(Instant.now().minus(OLD)) && Files.size(file) <= MOST_BYTES;
        } catch (IOException e) {
            // no job has written one
            return false;
        }
    }
}
