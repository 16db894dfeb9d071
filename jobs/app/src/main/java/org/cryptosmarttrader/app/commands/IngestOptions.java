package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.conf.VenueReader;
import org.cryptosmarttrader.wire.conf.VenueSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of a command that concerns both the graph and what it listens to. */
public final class IngestOptions {

    private static final String INGEST = "ingest.";
    private static final String TRADING = "trading.";

    @Mixin
    private SettingsOptions settings;

    /** Folder of the installation's data. */
    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything that is kept (default: data)")
    private Path data = Path.of("data");

    /** The graph's settings. */
    Configuration graph() {
        return graph(Map.of());
    }

    /** @param more settings that are replaced besides those of the command line */
    Configuration graph(Map<String, String> more) {
        Map<String, String> others = new LinkedHashMap<>(settings.overrides());
        others.putAll(more);
        others.keySet().removeIf(key -> key.startsWith(INGEST) || key.startsWith(TRADING));
        return Configuration.read(settings.folder(), others);
    }

    /** What is listened to. */
    IngestSettings ingest() {
        return IngestReader.read(settings.folder(), under(INGEST));
    }

    /** How orders reach a real venue. */
    VenueSettings venue() {
        return VenueReader.read(settings.folder(), under(TRADING));
    }

    /** Settings for this run of one file, by key. */
    private Map<String, String> under(String file) {
        Map<String, String> own = new LinkedHashMap<>();
        settings.overrides().forEach((key, value) -> {
            if (key.startsWith(file)) {
                own.put(key.substring(file.length()), value);
            }
        });
        return own;
    }

    Path data() {
        return data;
    }

    /** Folder of the settings. */
    Path conf() {
        return settings.folder();
    }

    /** Folder of the live run's output. */
    Path live() {
        return data.resolve("live");
    }

    /** The same words for a process of this program. */
    List<String> words() {
        List<String> words =
                new ArrayList<>(List.of("--conf", settings.folder().toString(), "--data", data.toString()));
        settings.overrides().forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return words;
    }
}
