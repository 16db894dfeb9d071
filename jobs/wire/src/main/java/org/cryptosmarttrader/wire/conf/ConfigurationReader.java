package org.cryptosmarttrader.wire.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.features.regime.HiddenMarkovModel;
import org.cryptosmarttrader.features.regime.HiddenState;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/** Reads the files of conf/, one by one, and collects what is wrong. */
final class ConfigurationReader {

    private final List<String> faults = new ArrayList<>();
    private final Map<String, ConfFile> files = new TreeMap<>();
    private final SortedMap<String, String> overrides;

    ConfigurationReader(Path folder, Map<String, String> overrides) {
        for (String name :
                List.of("cst", "sources", "features", "facts", "horizons", "gates", "execution", "strategy", "risk")) {
            files.put(
                    name,
                    new ConfFile(
                            folder.resolve(name + ".yaml"),
                            "conf/" + name + ".yaml",
                            faults,
                            "restore it from the distribution, or name the folder with --conf"));
        }
        this.overrides = new TreeMap<>(overrides);
        this.overrides.forEach(this::override);
    }

    private void override(String key, String value) {
        int dot = key.indexOf('.');
        ConfFile file = dot < 0 ? null : files.get(key.substring(0, dot));
        if (file == null) {
            faults.add(
                    "--set %s=%s: expected FILE.KEY=VALUE with one of the files %s, or ingest and trading for commands that listen and trade"
                            .formatted(key, value, files.keySet()));
        } else {
            file.set(key.substring(dot + 1), value);
        }
    }

    Configuration read() {
        TickGrid grid = grid(files.get("cst"));
        Lateness lateness = lateness(files.get("cst"));
        ConfFile sources = files.get("sources");
        ConfFile features = files.get("features");
        ConfFile horizons = files.get("horizons");
        ConfFile gates = files.get("gates");
        Configuration read = new Configuration(
                grid,
                lateness,
                feeds(sources),
                admitsTestInputs(sources),
                sources.duration("assignedDelay.bar"),
                sources.duration("assignedDelay.trade"),
                sources.duration("assignedDelay.text"),
                features.texts("references"),
                facts(files.get("facts"), grid),
                hiddenMarkov(features),
                features.texts("excludedBases"),
                horizons(horizons, grid),
                statements(horizons),
                alpha(horizons),
                horizons.duration("training.embargo"),
                horizons.duration("training.calibration.upToADay"),
                horizons.duration("training.calibration.beyondADay"),
                gates(gates),
                gates.texts("training.requiredBases"),
                new TradingReader(files.get("execution"), files.get("strategy"), files.get("risk"), faults).read(grid),
                Collections.unmodifiableSortedMap(overrides));
        files.values().forEach(ConfFile::finish);
        ConfException.throwIfAny(faults);
        return read;
    }

    private TickGrid grid(ConfFile file) {
        long interval = file.duration("ticks.interval");
        long grace = file.duration("ticks.grace");
        TickGrid harmless = new TickGrid(TickGrid.HOUR, 0);
        return file.isSound("ticks.interval", "ticks.grace")
                ? checked(() -> new TickGrid(interval, grace), "conf/cst.yaml: ticks: ")
                        .orElse(harmless)
                : harmless;
    }

    private Lateness lateness(ConfFile file) {
        long allowed = file.duration("lateness.allowed");
        long healLimit = file.duration("lateness.healLimit");
        Lateness harmless = new Lateness(0, 0);
        return file.isSound("lateness.allowed", "lateness.healLimit")
                ? checked(() -> new Lateness(allowed, healLimit), "conf/cst.yaml: ")
                        .orElse(harmless)
                : harmless;
    }

    private MarketFeeds feeds(ConfFile file) {
        Map<String, List<MarketFeeds.Span>> spans = new TreeMap<>();
        for (ConfFile rule : file.tables("feeds")) {
            String feed = rule.text("feed");
            Optional<MarketFeed> parsed = checked(() -> MarketFeed.parse(feed), "conf/sources.yaml: feeds: ");
            long from = rule.optionalInstant("from").orElse(Long.MIN_VALUE);
            long until = rule.optionalInstant("until").orElse(Long.MAX_VALUE);
            String pairs = rule.text("pairs");
            parsed.ifPresent(known -> spans.computeIfAbsent(pairs, absent -> new ArrayList<>())
                    .add(new MarketFeeds.Span(known, from, until)));
            rule.finish();
        }
        return new MarketFeeds(spans);
    }

    private static boolean admitsTestInputs(ConfFile file) {
        String word = file.text("testInputs");
        if (file.isSound("testInputs") && !List.of("refused", "admitted").contains(word)) {
            file.fault("testInputs", word, "refused or admitted");
        }
        return word.equals("admitted");
    }

    /** Null if it is faulty; then nothing is read. */
    private HiddenMarkovModel hiddenMarkov(ConfFile file) {
        long interval = file.duration("hiddenMarkov.interval");
        long from = file.instant("hiddenMarkov.fittedFrom");
        long until = file.instant("hiddenMarkov.fittedUntil");
        List<HiddenState> states = new ArrayList<>();
        for (ConfFile state : file.tables("hiddenMarkov.states")) {
            double start = state.number("start");
            double mean = state.number("mean");
            double deviation = state.number("deviation");
            List<Double> transitions = state.numbers("transitions");
            state.finish();
            if (state.isSound("start", "mean", "deviation", "transitions")) {
                checked(() -> new HiddenState(start, mean, deviation, transitions), "conf/features.yaml: ")
                        .ifPresent(states::add);
            }
        }
        boolean isSound = faults.isEmpty();
        return isSound
                ? checked(() -> new HiddenMarkovModel(interval, from, until, states), "conf/features.yaml: ")
                        .orElse(null)
                : null;
    }

    private List<Horizon> horizons(ConfFile file, TickGrid grid) {
        List<Horizon> horizons = new ArrayList<>();
        for (String name : file.texts("horizons")) {
            checked(() -> Horizon.parse(name), "conf/horizons.yaml: ").ifPresent(horizons::add);
        }
        return horizons.stream().sorted().distinct().toList();
    }

    private List<Statement> statements(ConfFile file) {
        List<Statement> statements = new ArrayList<>();
        for (String name : file.texts("statements")) {
            checked(() -> Statement.parse(name), "conf/horizons.yaml: ").ifPresent(statements::add);
        }
        return statements.stream().distinct().toList();
    }

    private FactRules facts(ConfFile file, TickGrid grid) {
        String scorer = file.text("texts.scorer");
        double whaleUsd = file.number("transfers.whaleUsd");
        SortedMap<String, String> chains = new TreeMap<>();
        for (ConfFile chain : file.tables("transfers.chains")) {
            chains.put(chain.text("asset"), chain.text("chain"));
            chain.finish();
        }
        FactRules harmless = new FactRules(grid, scorer, 1, chains);
        return file.isSound("transfers.whaleUsd")
                ? checked(() -> new FactRules(grid, scorer, whaleUsd, chains), "conf/facts.yaml: ")
                        .orElse(harmless)
                : harmless;
    }

    private double alpha(ConfFile file) {
        double alpha = file.number("intervals.alpha");
        if (!(alpha > 0 && alpha < 1)) {
            file.fault("intervals.alpha", alpha, "a share between 0 and 1, e.g. 0.2 for 80 % intervals");
        }
        return alpha;
    }

    private GateSettings gates(ConfFile file) {
        double confidence = file.number("confidence.minimum");
        double hours = file.number("training.minimumHours");
        double liveWeeks = file.number("training.minimumLiveWeeks");
        return file.isSound("confidence.minimum", "training.minimumHours", "training.minimumLiveWeeks")
                ? checked(() -> new GateSettings(confidence, hours, liveWeeks), "")
                        .orElse(GateSettings.STANDARD)
                : GateSettings.STANDARD;
    }

    /** A setting whose constructor says what is wrong with it. */
    private <T> Optional<T> checked(Supplier<T> setting, String where) {
        try {
            return Optional.of(setting.get());
        } catch (IllegalArgumentException e) {
            faults.add(where + e.getMessage());
            return Optional.empty();
        }
    }
}
