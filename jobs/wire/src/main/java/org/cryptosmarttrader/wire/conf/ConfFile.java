package org.cryptosmarttrader.wire.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One YAML file, read key by key. A fault does not stop the reading: it is noted, by file, key, value and what was expected,
 * and a harmless value is returned, so that all faults can be shown together. What was never asked for is a fault too.
 */
public final class ConfFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path file;
    private final String name;
    private final ObjectNode tree;
    private final List<String> faults;
    /** Keys whose values come from the command line. */
    private final Set<String> replaced = new TreeSet<>();

    private final TreeSet<String> asked = new TreeSet<>();
    /** Keys with a fault; one fault of a key is enough. */
    private final TreeSet<String> faulty = new TreeSet<>();
    /** Whether the file could be read; if not, that is the only fault worth showing. */
    private boolean isRead = true;

    /**
     * @param file a YAML file
     * @param name shown in messages, e.g. {@code conf/gates.yaml}
     * @param faults grows
     * @param ifAbsent what to do if there is no such file
     */
    public ConfFile(Path file, String name, List<String> faults, String ifAbsent) {
        this.file = file;
        this.name = name;
        this.faults = faults;
        this.tree = read(file, ifAbsent);
    }

    private ObjectNode read(Path file, String ifAbsent) {
        isRead = false;
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        if (!Files.isRegularFile(file)) {
            faults.add("%s: not found at %s; %s".formatted(name, file.toAbsolutePath(), ifAbsent));
            return empty;
        }
        try {
            JsonNode read = YAML.readTree(Files.readString(file));
            if (read instanceof ObjectNode object) {
                isRead = true;
                return object;
            }
            faults.add("%s: expected keys and values".formatted(name));
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? ""
                    : "line %d: ".formatted(e.getLocation().getLineNr());
            faults.add("%s: %s%s".formatted(name, line, e.getOriginalMessage()));
        } catch (IOException e) {
            faults.add("%s: cannot be read (%s)".formatted(name, e.getMessage()));
        }
        return empty;
    }

    /** Replaces a value, e.g. {@code confidence.minimum}, by one from the command line. */
    public void set(String key, String value) {
        replaced.add(key);
        ObjectNode node = tree;
        String[] parts = key.split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            node = node.withObjectProperty(parts[i]);
        }
        try {
            node.set(parts[parts.length - 1], YAML.readTree(value));
        } catch (JsonProcessingException e) {
            faults.add("--set %s=%s: %s".formatted(key, value, e.getOriginalMessage()));
        }
    }

    /** A length of time in milliseconds. */
    public long duration(String key) {
        return value(key, "a whole number and a unit, e.g. 5s, 1h, 28d", 1L, node -> Durations.parse(node.asText()));
    }

    public double number(String key) {
        return value(
                key, "a number", Double.NaN, node -> isFinite(node) ? Optional.of(node.asDouble()) : Optional.empty());
    }

    public int whole(String key) {
        return value(
                key,
                "a whole number",
                0,
                node -> node.isIntegralNumber() && node.canConvertToInt()
                        ? Optional.of(node.asInt())
                        : Optional.empty());
    }

    public boolean flag(String key) {
        return value(
                key,
                "true or false",
                false,
                node -> node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty());
    }

    /** Whether a key is there and true. */
    public boolean optionalFlag(String key) {
        asked.add(key);
        return !node(key).isMissingNode() && flag(key);
    }

    public String text(String key) {
        return value(key, "a text", "", node -> node.isTextual() ? Optional.of(node.asText()) : Optional.empty());
    }

    /** A text, or empty if the key is absent. */
    public Optional<String> optionalText(String key) {
        asked.add(key);
        return node(key).isMissingNode() ? Optional.empty() : Optional.of(text(key));
    }

    /** A file, beside this one unless its whole path is given, or empty if the key is absent. */
    public Optional<Path> optionalPath(String key) {
        return optionalText(key).map(file::resolveSibling);
    }

    /** A date or an instant, epoch milliseconds. */
    public long instant(String key) {
        return value(key, Instants.EXPECTED, 0L, node -> Instants.parse(node.asText())
                .map(Instant::toEpochMilli));
    }

    /** The same, or empty if the key is absent. */
    public Optional<Long> optionalInstant(String key) {
        asked.add(key);
        return node(key).isMissingNode() ? Optional.empty() : Optional.of(instant(key));
    }

    public List<String> texts(String key) {
        return value(key, "a list of texts, e.g. [BTC, ETH]", List.of(), node -> {
            List<String> texts = new ArrayList<>();
            node.forEach(item -> texts.add(item.asText()));
            return node.isArray() ? Optional.of(texts) : Optional.empty();
        });
    }

    /** Texts, none if the key is absent. */
    public List<String> optionalTexts(String key) {
        asked.add(key);
        return node(key).isMissingNode() ? List.of() : texts(key);
    }

    public List<Double> numbers(String key) {
        return value(key, "a list of numbers, e.g. [0.9, 0.1]", List.of(), node -> {
            List<Double> numbers = new ArrayList<>();
            boolean isEach = node.isArray();
            for (JsonNode item : node) {
                isEach &= isFinite(item);
                numbers.add(item.asDouble());
            }
            return isEach ? Optional.of(numbers) : Optional.empty();
        });
    }

    /** A number as it is written, digit by digit, or empty if the key is absent. */
    public Optional<BigDecimal> optionalDecimal(String key) {
        asked.add(key);
        return node(key).isMissingNode()
                ? Optional.empty()
                : Optional.of(value(key, "a number", BigDecimal.ZERO, ConfFile::decimal));
    }

    /** A whole number, or empty if the key is absent. */
    public Optional<Integer> optionalWhole(String key) {
        asked.add(key);
        return node(key).isMissingNode() ? Optional.empty() : Optional.of(whole(key));
    }

    /** Texts by name. */
    public SortedMap<String, String> words(String key) {
        return value(key, "texts by name, e.g. {NORMAL/UP: momentum}", new TreeMap<>(), node -> {
            SortedMap<String, String> words = new TreeMap<>();
            node.properties()
                    .forEach(field -> words.put(field.getKey(), field.getValue().asText()));
            boolean isEach = node.isObject() && node.valueStream().allMatch(JsonNode::isTextual);
            return isEach ? Optional.of(words) : Optional.empty();
        });
    }

    /** Numbers by name. */
    public SortedMap<String, BigDecimal> decimals(String key) {
        return value(key, "numbers by name, e.g. {USD: 10000}", new TreeMap<>(), node -> {
            SortedMap<String, BigDecimal> decimals = new TreeMap<>();
            node.properties().forEach(field -> decimal(field.getValue())
                    .ifPresent(number -> decimals.put(field.getKey(), number)));
            return node.isObject() && decimals.size() == node.size() ? Optional.of(decimals) : Optional.empty();
        });
    }

    /** A list of pairs of numbers. */
    public List<List<BigDecimal>> decimalPairs(String key) {
        return value(key, "a list of pairs of numbers, e.g. [[0, 0.40], [10000, 0.35]]", List.of(), node -> {
            List<List<BigDecimal>> pairs = new ArrayList<>();
            for (JsonNode item : node) {
                List<BigDecimal> pair = new ArrayList<>();
                item.forEach(number -> decimal(number).ifPresent(pair::add));
                if (pair.size() != 2 || item.size() != 2) {
                    return Optional.empty();
                }
                pairs.add(pair);
            }
            return node.isArray() ? Optional.of(pairs) : Optional.empty();
        });
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        return isFinite(node) ? Optional.of(new BigDecimal(node.asText())) : Optional.empty();
    }

    /** YAML knows {@code .nan} and {@code .inf}, and numbers too large to be held. */
    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.asDouble());
    }

    /** A list of tables. */
    public List<ConfFile> tables(String key) {
        List<JsonNode> items = value(key, "a list", List.of(), node -> {
            List<JsonNode> found = new ArrayList<>();
            node.forEach(found::add);
            return node.isArray() ? Optional.of(found) : Optional.empty();
        });
        List<ConfFile> tables = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            tables.add(new ConfFile(file, items.get(i), "%s: %s[%d]".formatted(name, key, i), faults));
        }
        return tables;
    }

    /**
     * A part of the file with keys of its own, e.g. {@code forest}; empty if the key is absent. Without keys it is empty, not
     * a fault. Has to be finished like a file.
     */
    public Optional<ConfFile> section(String key) {
        asked.add(key);
        JsonNode node = node(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode keys = node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
        return Optional.of(new ConfFile(file, keys, "%s: %s".formatted(name, key), faults));
    }

    /** A key that has to be there was not. */
    public void missing(String key, String expected) {
        note(key, "%s: %s is missing, expected %s".formatted(name, key, expected));
    }

    /**
     * The same keys once for every combination of some values, named after it; e.g. of {@code choose: {depth: [6, 8]}} one with
     * depth 6 and one with depth 8. Empty if the key is absent.
     */
    public List<ConfFile> alternatives(String key) {
        asked.add(key);
        JsonNode choices = node(key);
        if (choices.isMissingNode()) {
            return List.of();
        }
        List<ConfFile> made = List.of(this);
        for (Map.Entry<String, JsonNode> choice : choices.properties()) {
            made = made.stream()
                    .flatMap(one -> one.with(choice.getKey(), choice.getValue()))
                    .toList();
        }
        boolean areLists = choices.isObject() && choices.valueStream().allMatch(JsonNode::isArray);
        if (!areLists || made.size() < 2) {
            fault(key, choices, "lists of values by key, two combinations or more, e.g. {depth: [6, 8, 10]}");
            return List.of();
        }
        made.forEach(one -> one.tree.remove(key));
        return made;
    }

    private Stream<ConfFile> with(String key, JsonNode values) {
        return values.valueStream().map(value -> {
            ObjectNode changed = tree.deepCopy();
            changed.set(key, value);
            return new ConfFile(file, changed, "%s, %s %s".formatted(name, key, value.asText()), faults);
        });
    }

    /** What the file is called in messages. */
    public String name() {
        return name;
    }

    private ConfFile(Path file, JsonNode node, String name, List<String> faults) {
        this.file = file;
        this.name = name;
        this.faults = faults;
        this.tree = node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        if (!(node instanceof ObjectNode)) {
            faults.add("%s: is %s, expected keys and values".formatted(name, node));
        }
    }

    private <T> T value(String key, String expected, T harmless, Function<JsonNode, Optional<T>> read) {
        asked.add(key);
        JsonNode node = node(key);
        if (node.isMissingNode() || node.isNull()) {
            note(key, "%s: %s is missing, expected %s".formatted(name, key, expected));
            return harmless;
        }
        return read.apply(node).orElseGet(() -> {
            note(key, "%s: %s is %s, expected %s".formatted(name, key, node, expected));
            return harmless;
        });
    }

    private JsonNode node(String key) {
        return tree.at("/" + key.replace('.', '/'));
    }

    /** Whether none of some values has a fault: only then can their relations be judged. */
    boolean isSound(String... keys) {
        return isRead && Stream.of(keys).noneMatch(faulty::contains);
    }

    /** Notes a fault of a value that was read. */
    public void fault(String key, Object value, String expected) {
        note(key, "%s: %s is %s, expected %s".formatted(name, key, value, expected));
    }

    private void note(String key, String fault) {
        if (isRead && faulty.add(key)) {
            faults.add(fault);
        }
    }

    /** Notes the keys nobody asked for. */
    public void finish() {
        unknown("", tree);
    }

    private void unknown(String prefix, ObjectNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = prefix + field.getKey();
            if (asked.contains(key)) {
                continue;
            }
            boolean leadsOn = asked.stream().anyMatch(known -> known.startsWith(key + "."));
            if (leadsOn && field.getValue() instanceof ObjectNode inner) {
                unknown(key + ".", inner);
            } else {
                boolean isGiven = replaced.stream().anyMatch(given -> given.equals(key) || given.startsWith(key + "."));
                faults.add("%s: unknown key '%s'%s; known are %s"
                        .formatted(name, key, isGiven ? " (of --set)" : "", String.join(", ", asked)));
            }
        }
    }
}
