package org.cryptosmarttrader.app.commands;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options every command has. */
public final class Common {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "folder of the settings (default: conf/ of the installation)")
    private Path conf = home().resolve("conf");

    @Option(
            names = "--models-conf",
            paramLabel = "DIR",
            description = "folder of the forests' definitions (default: models/)")
    private Path forests = home().resolve("models");

    @Option(
            names = "--set",
            paramLabel = "FILE.KEY=VALUE",
            description = "a setting for this run, e.g. cst.ticks.interval=5m")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "print one machine-readable object last")
    private boolean json;

    /** Folder of the installation; the launcher names it. */
    static Path home() {
        return Path.of(System.getProperty("cst.home", ""));
    }

    public Configuration configuration() {
        return Configuration.read(conf, overrides);
    }

    /** Folder of the settings. */
    Path conf() {
        return conf;
    }

    /** Settings for this run, by file and key. */
    Map<String, String> overrides() {
        return overrides;
    }

    public Path forests() {
        return forests;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Shows how far a command is, if it runs in a terminal. */
    ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr(), System.console() != null);
    }

    /** Prints a line of the summary. */
    public void say(String form, Object... values) {
        out().println(form.formatted(values));
        out().flush();
    }

    /** Prints a line about something that is not as it was asked for, where errors go. */
    void warn(String form, Object... values) {
        spec.commandLine().getErr().println(form.formatted(values));
        spec.commandLine().getErr().flush();
    }

    /** Prints the result as JSON if it was asked for. */
    public void result(Object result) {
        if (json) {
            say("%s", Json.write(result));
        }
    }
}
