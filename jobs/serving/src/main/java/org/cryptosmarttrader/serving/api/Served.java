package org.cryptosmarttrader.serving.api;

import java.nio.file.Path;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.logs.SessionLogs;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.serving.store.RunStore;

/**
 * What is shown.
 *
 * @param store the run
 * @param growth tells when it has grown
 * @param ingestStatus file in which ingest says how it fares, there or not
 * @param logs what sessions of the program logged
 * @param runs those that lie beside it
 * @param explainer of its forecasts
 * @param certificate file of the last one of the installation, there or not
 */
public record Served(
        RunStore store,
        Growth growth,
        Path ingestStatus,
        SessionLogs logs,
        RunsBelow runs,
        Explainer explainer,
        Path certificate) {}
