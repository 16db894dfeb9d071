package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The benches there are, in the order in which the work is done. */
public final class Benches {

    private static final List<Bench> ALL = List.of(
            new DecodeBench(),
            new FoldBench(),
            new FeaturesBench(),
            new ScoringBench(),
            new ParquetBench(),
            new RunBench(),
            new TickBench(),
            new DecisionsBench(),
            new KafkaTickBench(),
            new RollingFactorsBench());

    private Benches() {}

    /** One word each. */
    public static List<String> names() {
        return ALL.stream().map(Bench::name).toList();
    }

    /**
     * Measures some benches.
     *
     * @param names of those wanted
     * @param told what is found, as it is found
     * @throws IllegalStateException if two ways of the same work gave different results
     */
    public static BenchReport measure(
            List<String> names, Load load, String data, Contest contest, Consumer<String> told) throws Exception {
        Machine machine = Machine.here();
        String conditions = contest.conditions(load);
        told.accept(machine.text());
        told.accept(data);
        told.accept(conditions);
        told.accept(Measurement.HEADER);
        List<Measurement> measurements = new ArrayList<>();
        for (Bench bench : ALL) {
            if (names.contains(bench.name())) {
                Measurement found = contest.measure(bench, load);
                told.accept(found.text());
                measurements.add(found);
            }
        }
        measurements.forEach(found -> told.accept("%-9s %s".formatted(found.bench(), found.meaning())));
        return new BenchReport(machine, data, conditions, measurements);
    }
}
