package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import picocli.CommandLine.Option;

/** The settings of a command that concerns both the graph and what it listens to. */
public final class IngestOptions {

    private static final String OWN = "ingest.";

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "folder of the settings (default: conf/ of the installation)")
    private Path conf = Common.home().resolve("conf");

    @Option(
            names = "--set",
            paramLabel = "FILE.KEY=VALUE",
            description = "a setting of conf/ replaced for this run, e.g. ingest.topic.prefix=cst.; any number of them")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** Folder of the installation's data. */
    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything that is kept (default: data)")
    private Path data = Path.of("data");

    Configuration graph() {
        Map<String, String> others = new LinkedHashMap<>(overrides);
        others.keySet().removeIf(key -> key.startsWith(OWN));
        return Configuration.read(conf, others);
    }

    IngestSettings ingest() {
        Map<String, String> own = new LinkedHashMap<>();
        overrides.forEach((key, value) -> {
            if (key.startsWith(OWN)) {
                own.put(key.substring(OWN.length()), value);
            }
        });
        return IngestReader.read(conf, own);
    }

    Path data() {
        return data;
    }

    /** The same words for a process of this program. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--conf", conf.toString(), "--data", data.toString()));
        overrides.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return words;
    }
}
