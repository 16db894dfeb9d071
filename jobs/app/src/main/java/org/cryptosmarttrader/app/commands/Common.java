package org.cryptosmarttrader.app.commands;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: its output, and whether programs read it. */
public final class Common {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "print one machine-readable object last")
    private boolean json;

    /** Folder of the installation; the launcher names it. */
    static Path home() {
        return Path.of(System.getProperty("cst.home", ""));
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
