package org.cryptosmarttrader.app.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.history.MemoryRules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The time and the pairs a run covers. */
public final class SpanOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first decision instant, UTC; a date means 00:00")
    private Instant from;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description =
                    "last decision instant, UTC; a date means 00:00; where the archive ends before it, so does the run")
    private Instant until;

    @Option(
            names = "--genesis",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first instant whose events are folded, UTC (default: " + MemoryRules.HISTORY_BARS
                    + " bars before --from, 37 days at least; of runs with models the archive's first day)")
    private Instant genesis;

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "PAIR",
            description = "canonical pairs, e.g. BTC/USD (default: all)")
    private List<String> pairs = new ArrayList<>();

    /** @throws ParameterException if the times are not in order */
    Span span() {
        try {
            return new Span(from, until, Optional.ofNullable(genesis));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    List<String> pairs() {
        return pairs.stream().sorted().distinct().toList();
    }
}
