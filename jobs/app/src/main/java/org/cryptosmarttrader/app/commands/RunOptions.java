package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** A run that is looked at, and what it was made of. */
public final class RunOptions {

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "output of cst live, backtest or replay (default: data/live)")
    private Path run = Path.of("data/live");

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "archive of the run's events, of a live run what cst archive makes of it; may be named several times (default: forecasts are explained down to their feature rows)")
    private List<Path> archives = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder of the installation: how its ingest fares, and its raw log of what came over the network (default: data)")
    private Path data = Path.of("data");

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "folder of the settings the run was made with (default: conf/ of the installation)")
    private Path conf = Common.home().resolve("conf");

    Path run() {
        return run;
    }

    List<Path> archives() {
        return archives;
    }

    Path data() {
        return data;
    }

    /** Payloads as they came over the network. */
    Path rawLog() {
        return data.resolve("raw");
    }

    Path conf() {
        return conf;
    }
}
