package org.cryptosmarttrader.app.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.app.runs.Span;
import picocli.CommandLine.Option;

/** The time and the pairs a run covers. */
public final class SpanOptions {

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
            description = "last decision instant, UTC; a date means 00:00")
    private Instant until;

    @Option(
            names = "--genesis",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "where folding begins (default: early enough)")
    private Instant genesis;

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "PAIR",
            description = "canonical pairs, e.g. BTC/USD (default: all)")
    private List<String> pairs = new ArrayList<>();

    Span span() {
        return new Span(from, until, Optional.ofNullable(genesis));
    }

    List<String> pairs() {
        return pairs.stream().sorted().distinct().toList();
    }
}
