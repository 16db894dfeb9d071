package org.cryptosmarttrader.app.bench;

import java.util.Locale;

/**
 * The figures of one bench.
 *
 * @param units done in each repetition
 * @param cpuPerLoop processor time of the product for each second of the bare loop
 * @param cpuPerFlink processor time of the product for each second of the bare Flink job
 * @param latency of the product's units; null where they are not timed one by one
 */
public record Measurement(
        String bench,
        String unit,
        String meaning,
        long units,
        Speed product,
        Speed loop,
        Speed flink,
        double cpuPerLoop,
        double cpuPerFlink,
        Latency latency) {

    static Measurement of(Bench bench, long units, Speed product, Speed loop, Speed flink, Latency latency) {
        return new Measurement(
                bench.name(),
                bench.unit(),
                bench.meaning(),
                units,
                product,
                loop,
                flink,
                loop.unitsPerCpuSecond() / product.unitsPerCpuSecond(),
                flink.unitsPerCpuSecond() / product.unitsPerCpuSecond(),
                latency);
    }

    static final String HEADER = "%-9s %11s %11s/s  (%s)  %11s %11s %11s  %s"
            .formatted(
                    "",
                    "",
                    "product",
                    " slowest to fastest  ",
                    "/CPU s",
                    "loop/CPU s",
                    "Flink/CPU s",
                    "CPU of the product");

    String text() {
        return String.format(
                Locale.ROOT,
                "%-9s %,11d %,11.0f/s  (%,10.0f–%,10.0f)  %,11.0f %,11.0f %,11.0f  %5.2f × loop, %5.2f × Flink   %s%s",
                bench,
                units,
                product.unitsPerSecond(),
                product.slowest(),
                product.fastest(),
                product.unitsPerCpuSecond(),
                loop.unitsPerCpuSecond(),
                flink.unitsPerCpuSecond(),
                cpuPerLoop,
                cpuPerFlink,
                unit,
                latency == null ? "" : latency.text());
    }
}
