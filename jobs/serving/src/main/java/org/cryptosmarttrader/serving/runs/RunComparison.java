package org.cryptosmarttrader.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * Two runs side by side.
 *
 * @param settings those that differ
 * @param roots of all datasets of either
 * @param figures of both reports, all that are numbers or words of gates
 */
public record RunComparison(List<Pair> settings, List<Root> roots, List<Pair> figures) {

    /** Parts of a report that are figures; others are words and lists. */
    private static final List<String> FIGURES = List.of("auc", "brier", "coverage", "gate", "accounts");

    /** What something is in the one and in the other; null if it is not there. */
    public record Pair(String name, Object one, Object other) {}

    /** @param isEqual null if one of the two has none: it is not sealed, or does not know the dataset */
    public record Root(String dataset, Boolean isEqual, Long oneRows, Long otherRows) {}

    /** @throws IOException if settings or report of one cannot be read */
    public static RunComparison of(RunFolder one, RunFolder other) throws IOException {
        return new RunComparison(
                pairs(settings(one.manifest()), settings(other.manifest())).stream()
                        .filter(pair -> !Objects.equals(pair.one(), pair.other()))
                        .toList(),
                roots(one.manifest(), other.manifest()),
                pairs(figures(one), figures(other)));
    }

    private static List<Pair> pairs(SortedMap<String, Object> one, SortedMap<String, Object> other) {
        SortedSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .map(name -> new Pair(name, one.get(name), other.get(name)))
                .toList();
    }

    /** What was asked for, and each setting that changes a result. */
    private static SortedMap<String, Object> settings(RunManifest run) throws IOException {
        SortedMap<String, Object> settings = new TreeMap<>();
        settings.put("run.kind", run.kind());
        settings.put("run.genesis", Instant.ofEpochMilli(run.genesis()).toString());
        settings.put("run.from", Instant.ofEpochMilli(run.emitFrom()).toString());
        settings.put("run.until", Instant.ofEpochMilli(run.until()).toString());
        settings.put("run.pairs", run.pairs() == null ? null : String.join(",", run.pairs()));
        settings.put("run.features", run.fingerprint());
        settings.put("run.program", run.codeVersion());
        settings.put("run.models", run.models() == null ? 0 : run.models().size());
        if (run.settings() != null) {
            leaves("", Json.read(run.settings(), JsonNode.class, "settings of " + run.run()), settings::put);
        }
        return settings;
    }

    private static SortedMap<String, Object> figures(RunFolder run) throws IOException {
        SortedMap<String, Object> figures = new TreeMap<>();
        Optional<JsonNode> report = RunsBelow.figures(run);
        if (report.isPresent()) {
            for (String part : FIGURES) {
                leaves(part, report.get().path(part), (name, value) -> {
                    // money of accounts is decimal text; sentences hold blanks; findings have no place of their own
                    boolean isFigure = !(value instanceof String text) || !text.contains(" ");
                    if (isFigure && !name.contains(".findings[")) {
                        figures.put(name, value);
                    }
                });
            }
        }
        return figures;
    }

    /** The values of a document by their paths. */
    private static void leaves(String path, JsonNode node, BiConsumer<String, Object> each) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                leaves(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), each);
            }
        } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
            for (int i = 0; i < node.size(); i++) {
                leaves("%s[%d]".formatted(path, i), node.get(i), each);
            }
        } else if (node.isArray()) {
            List<String> words = new ArrayList<>();
            node.forEach(word -> words.add(word.asText()));
            each.accept(path, String.join(",", words));
        } else if (!node.isNull() && !node.isMissingNode()) {
            each.accept(
                    path,
                    node.isNumber() ? node.numberValue() : node.isBoolean() ? node.booleanValue() : node.asText());
        }
    }

    private static List<Root> roots(RunManifest one, RunManifest other) {
        SortedMap<String, String> first = one.roots() == null ? new TreeMap<>() : one.roots();
        SortedMap<String, String> second = other.roots() == null ? new TreeMap<>() : other.roots();
        SortedSet<String> datasets = new TreeSet<>(first.keySet());
        datasets.addAll(second.keySet());
        return datasets.stream()
                .map(dataset -> new Root(
                        dataset,
                        first.containsKey(dataset) && second.containsKey(dataset)
                                ? first.get(dataset).equals(second.get(dataset))
                                : null,
                        one.rows() == null ? null : one.rows().get(dataset),
                        other.rows() == null ? null : other.rows().get(dataset)))
                .toList();
    }
}
