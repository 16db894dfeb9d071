package org.cryptosmarttrader.app.cluster;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * A planned run in the words of the job's own command line.
 *
 * @param conf folder of the settings
 * @param overrides settings of this run
 * @param bootstrap host and port of a broker
 * @param out folder of the output
 * @param checkpoints folder
 * @param checkpointMillis time between checkpoints
 * @param backend {@code hashmap} or {@code rocksdb}
 */
public record JobWords(
        Path conf,
        Map<String, String> overrides,
        String bootstrap,
        Topics topics,
        Path out,
        Path checkpoints,
        long checkpointMillis,
        String backend) {

    /** The words for a run. */
    public List<String> of(RunPlan plan, RunManifest manifest) {
        List<String> words = new ArrayList<>(List.of("--run", manifest.run()));
        words.addAll(List.of("--conf", conf.toAbsolutePath().toString()));
        overrides.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        plan.conf().feeds().spans().forEach((pair, spans) -> words.addAll(feed(pair, spans)));
        words.addAll(List.of("--bootstrap", bootstrap, "--topic-prefix", topics.prefix()));
        words.addAll(List.of("--out", uri(out), "--checkpoints", uri(checkpoints)));
        words.addAll(List.of("--checkpoint-interval", Long.toString(checkpointMillis), "--state", backend));
        words.addAll(List.of("--emit-from", instant(plan.emitFrom()), "--until", instant(plan.until())));
        if (!plan.pairs().isEmpty()) {
            words.addAll(List.of("--pairs", String.join(",", plan.pairs())));
        }
        return words;
    }

    /** Feeds found in the archive; those of a pair by date stand in conf, where the job reads them itself. */
    private static List<String> feed(String pair, List<MarketFeeds.Span> spans) {
        MarketFeeds.Span only = spans.get(0);
        boolean always = spans.size() == 1 && only.from() == Long.MIN_VALUE && only.until() == Long.MAX_VALUE;
        return always ? List.of("--feed", pair + "=" + only.feed().id()) : List.of();
    }

    private static String uri(Path folder) {
        return folder.toAbsolutePath().toUri().toString();
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
