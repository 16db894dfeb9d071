package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Option;

/** The settings, for commands whose results depend on them. */
public final class SettingsOptions {

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "folder of the settings (default: conf/ of the installation)")
    private Path conf = Common.home().resolve("conf");

    @Option(
            names = "--set",
            paramLabel = "FILE.KEY=VALUE",
            description = "a setting of conf/ replaced for this run, e.g. cst.ticks.interval=5m; any number of them")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** @throws org.cryptosmarttrader.wire.conf.ConfException with every fault of the files and overrides */
    Configuration read() {
        return Configuration.read(conf, overrides);
    }

    /** Folder of the settings. */
    Path folder() {
        return conf;
    }

    /** Settings for this run, by file and key. */
    Map<String, String> overrides() {
        return overrides;
    }
}
