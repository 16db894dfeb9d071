/**
 * Rows as Parquet files: those of the datasets, and the events a run was sent. A file is written under a hidden name, completed when its day is over or at a checkpoint, and
 * shown when the checkpoint is complete; behind all subtasks a single one notes how far the output is whole.
 */
package org.cryptosmarttrader.prediction.sinks.parquet;
