package org.cryptosmarttrader.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets the ways of a bench take turns: some rounds to warm up, then rounds that count. Whatever else the machine does meets
 * all ways alike.
 *
 * @param warmUps rounds that do not count
 * @param repetitions rounds that do, at least 1
 */
public record Contest(int warmUps, int repetitions) {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = 1e9;

    /** Times of one way, round by round. */
    private static final class Times {
        private final List<double[]> millis = new ArrayList<>();
        private final Ways.Body body;
        private final double[] seconds;
        private final double[] cpuSeconds;

        Times(Ways.Body body, int rounds) {
            this.body = body;
            this.seconds = new double[rounds];
            this.cpuSeconds = new double[rounds];
        }

        Speed speed(long units) {
            return Speed.of(units, seconds, cpuSeconds);
        }

        Latency latency() {
            return Latency.of(
                    millis.stream().flatMapToDouble(Arrays::stream).sorted().toArray());
        }
    }

    /**
     * @throws IllegalStateException if the product or the loop did nothing, or another thing than the product did in its
     *     first round; a speed would mean nothing
     */
    Measurement measure(Bench bench, Load load) throws Exception {
        Ways ways = bench.over(load);
        Times product = new Times(ways.product(), repetitions);
        Times loop = new Times(ways.loop(), repetitions);
        Times flink = new Times(ways.flink(), repetitions);
        Expected expected = new Expected(bench);
        for (int round = -warmUps; round < repetitions; round++) {
            expected.check("product", round(product, round));
            expected.check("bare loop", round(loop, round));
            // calculates nothing, and may count its input otherwise
            requireWork(bench, round(flink, round));
        }
        long units = expected.units;
        return Measurement.of(
                bench, units, product.speed(units), loop.speed(units), flink.speed(units), product.latency());
    }

    private static void requireWork(Bench bench, Ways.Done flink) {
        if (flink.units() == 0) {
            throw new IllegalStateException(
                    "bench %s: nothing came out of the bare Flink job; report it".formatted(bench.name()));
        }
    }

    String conditions(Load load) {
        return "%d rounds to warm up, then %d that count, ways in turns; parallelism %d; figures are medians; jobs include their start and end"
                .formatted(warmUps, repetitions, load.job().parallelism());
    }

    private static Ways.Done round(Times times, int round) throws Exception {
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime();
        Ways.Done done = times.body.run();
        double all = (System.nanoTime() - start) / NANOS;
        // where units are timed one by one, what comes before the first is no part of them
        double seconds =
                done.millis().length == 0 ? all : Arrays.stream(done.millis()).sum() / 1e3;
        double cpuSeconds = (MACHINE.getProcessCpuTime() - cpu) / NANOS;
        if (round >= 0) {
            times.seconds[round] = seconds;
            times.cpuSeconds[round] = cpuSeconds;
            times.millis.add(done.millis());
        }
        return done;
    }

    /** What the first run did, which all others must do. */
    private static final class Expected {
        private final Bench bench;
        private long units;
        private Long checksum;

        Expected(Bench bench) {
            this.bench = bench;
        }

        void check(String way, Ways.Done done) throws Exception {
            long found = done.checksum().value();
            if (checksum == null) {
                units = done.units();
                checksum = found;
            }
            if (units == 0 || done.units() != units || found != checksum) {
                throw new IllegalStateException(
                        "bench %s: the %s did %,d %s with checksum %016x, the product first did %,d with %016x; no speed is worth saying, report it"
                                .formatted(bench.name(), way, done.units(), bench.unit(), found, units, checksum));
            }
        }
    }
}
