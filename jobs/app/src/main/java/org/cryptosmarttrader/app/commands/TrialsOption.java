package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Option;

/** Where trials are recorded. */
public final class TrialsOption {

    @Option(
            names = "--trials",
            paramLabel = "DIR",
            description =
                    "folder of another ledger of trials, e.g. if the archive is read-only (default: trials/ of the archive)")
    private Path folder;

    boolean isNamed() {
        return folder != null;
    }

    TrialLedger ofArchive(Path archive) {
        return folder == null ? TrialLedger.ofArchive(archive) : new TrialLedger(folder);
    }
}
