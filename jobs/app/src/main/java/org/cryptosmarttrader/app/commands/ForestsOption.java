package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The definitions of the forests, for commands that grow some. */
public final class ForestsOption {

    @Option(
            names = "--models-conf",
            paramLabel = "DIR",
            description = "folder of the forests' definitions (default: models/ of the installation)")
    private Path forests = Common.home().resolve("models");

    Path folder() {
        return forests;
    }
}
