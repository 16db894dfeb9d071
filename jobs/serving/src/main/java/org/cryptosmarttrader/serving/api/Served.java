package org.cryptosmarttrader.serving.api;

import java.nio.file.Path;
import org.cryptosmarttrader.serving.store.RunStore;

/**
 * What is shown.
 *
 * @param store the run
 * @param growth tells when it has grown
 * @param ingestStatus file in which ingest says how it fares, there or not
 */
public record Served(RunStore store, Growth growth, Path ingestStatus) {}
