package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cryptosmarttrader.app.certify.EventChange;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.app.certify.origin.OriginAudit;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.explain.Payload;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * The recorded events that could enter the decisions of a time, held against their raw payloads.
 *
 * @param plan of a run over that time alone, from its memory before the first decision on
 * @param input the events
 * @param payloads they were read from
 * @param steps what came of looking at those
 */
record EventsBehind(RunPlan plan, Input input, List<Payload> payloads, List<Step> steps) {

    static final String PAYLOADS = "raw payloads";
    private static final String VALUES = "event values";
    private static final String TIMES = "event times";
    private static final int MOST_SHOWN = 3;

    /**
     * Reads the archives once.
     *
     * @param conf of the run, its overrides among it
     * @param archives the run's events; of a live one what cst archive made of it, behind the archive it began with
     * @param rawLog raw log of the installation, there or not
     * @param from first decision instant, epoch milliseconds
     * @param until last one
     * @throws IllegalArgumentException if the settings are not the run's, or the archive holds nothing of the time
     */
    static EventsBehind of(RunFolder run, Configuration conf, List<Path> archives, Path rawLog, long from, long until)
            throws IOException {
        RunManifest manifest = run.manifest();
        long begin = Math.max(manifest.genesis(), RunPlan.memoryBefore(from, conf.grid()));
        RunPlan plan = RunPlan.again(
                manifest,
                conf,
                archives.get(0),
                new Span(
                        Instant.ofEpochMilli(from),
                        // a span ends behind its last decision
                        Instant.ofEpochMilli(until + 1),
                        Optional.of(Instant.ofEpochMilli(begin))));
        Input input = new Input(
                plan.archiveSpan(archives.subList(1, archives.size())), EventChange.none(), OptionalLong.empty());
        List<Step> steps = new ArrayList<>();
        List<Payload> payloads = payloads(input, archives, new PayloadStores(archives, rawLog), steps);
        steps.addAll(quoted(plan, archives));
        return new EventsBehind(plan, input, payloads, List.copyOf(steps));
    }

    private static List<Payload> payloads(Input input, List<Path> archives, PayloadStores stores, List<Step> steps)
            throws IOException {
        record Origin(String sha256, String source, String kind) {}
        Map<Origin, Long> counts = new HashMap<>();
        input.read(block -> count(
                block,
                (sha256, events) -> counts.merge(
                        new Origin(sha256, block.source(), block.kind().name()), events, Long::sum)));
        Map<String, Set<String>> wanted = new TreeMap<>();
        counts.keySet().forEach(origin -> wanted.computeIfAbsent(origin.source(), absent -> new TreeSet<>())
                .add(origin.sha256()));
        Map<String, PayloadStores.Found> found =
                stores.look(wanted, UtcDays.dayOf(input.genesis()) - 1, UtcDays.dayOf(input.until()));
        Map<String, String> names = names(archives);
        List<Payload> payloads = counts.entrySet().stream()
                .map(count -> {
                    String sha256 = count.getKey().sha256();
                    PayloadStores.Found kept = found.getOrDefault(sha256, PayloadStores.Found.NOWHERE);
                    return new Payload(
                            sha256,
                            count.getKey().source(),
                            count.getKey().kind(),
                            names.getOrDefault(sha256, ""),
                            count.getValue(),
                            kept.bytes(),
                            kept.isIntact());
                })
                .sorted(Comparator.comparing(Payload::source)
                        .thenComparing(Payload::kind)
                        .thenComparing(Payload::sha256))
                .toList();
        steps.add(intact(payloads));
        return payloads;
    }

    private interface Counted {
        void events(String sha256, long events);
    }

    /** The payload of an announcement is the card in it; that is a step of its own. No forecast rests on what the book is told. */
    private static void count(EventBlock block, Counted counted) {
        if (block.kind() == EventKind.MODEL || block.kind().isForBook()) {
            return;
        }
        if (block.sharesPayload()) {
            counted.events(Sha256.hex(block.payloadHash(0)), block.count());
            return;
        }
        for (int event = 0; event < block.count(); event++) {
            counted.events(Sha256.hex(block.payloadHash(event)), 1);
        }
    }

    private static Map<String, String> names(List<Path> archives) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path archive : archives) {
            Archive.open(archive).commits().forEach(commit -> commit.intakes()
                    .forEach(intake -> names.put(intake.sha256(), intake.name())));
        }
        return names;
    }

    private static Step intact(List<Payload> payloads) {
        List<Payload> altered =
                payloads.stream().filter(payload -> !payload.isIntact()).toList();
        if (altered.isEmpty()) {
            return Step.holds(
                    PAYLOADS,
                    "%,d payloads with %,d events, all of them, are kept and have the hashes the events name",
                    payloads.stream().map(Payload::sha256).distinct().count(),
                    payloads.stream().mapToLong(Payload::events).sum());
        }
        return Step.differs(
                PAYLOADS,
                "%,d of %,d payloads are gone or altered; restore them from a backup: %s",
                altered.size(),
                payloads.size(),
                altered.stream()
                        .limit(MOST_SHOWN)
                        .map(payload -> "%.12s of %s %s".formatted(payload.sha256(), payload.source(), payload.name()))
                        .collect(Collectors.joining(", ")));
    }

    /** Whether events say what the rows of their payloads say, and no earlier. */
    private static List<Step> quoted(RunPlan plan, List<Path> archives) {
        long derived = 0;
        long accused = 0;
        long quoted = 0;
        List<String> misquoted = new ArrayList<>();
        List<String> underived = new ArrayList<>();
        try {
            for (Path folder : archives) {
                Origins origins =
                        OriginAudit.of(Archive.open(folder), plan.genesis(), plan.until(), pair -> true, said -> {});
                derived += origins.report().derived().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                accused += origins.report().accusedEvents();
                quoted += origins.quoted();
                misquoted.addAll(origins.misquoted());
                origins.report()
                        .underived()
                        .forEach((reason, events) -> underived.add("%,d: %s".formatted(events, reason)));
            }
        } catch (IOException e) {
            return List.of(
                    Step.differs(VALUES, "a payload cannot be read (%s); restore it from a backup", e.getMessage()));
        }
        String rest = underived.isEmpty() ? "" : "; not looked at: " + String.join(", ", underived);
        if (derived == 0) {
            return List.of(Step.notLookedAt(VALUES, "no payload's layout is known%s", rest));
        }
        return List.of(
                misquoted.isEmpty()
                        ? Step.holds(VALUES, "%,d events say what the rows of their payloads say%s", quoted, rest)
                        : Step.differs(
                                VALUES,
                                "%s; the archive's file was altered, import the payload into a new archive",
                                String.join("; ", misquoted.subList(0, Math.min(MOST_SHOWN, misquoted.size())))),
                accused == 0
                        ? Step.holds(
                                TIMES, "%,d events are available no earlier than those rows allow%s", derived, rest)
                        : Step.differs(
                                TIMES,
                                "%,d events are available earlier than their payload's row allows, or it has no such row; cst certify names them%s",
                                accused,
                                rest));
    }
}
