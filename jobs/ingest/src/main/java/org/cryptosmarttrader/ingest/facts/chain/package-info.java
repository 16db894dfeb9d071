/**
 * Layouts of files about chains and of what is published by the day: transfers, metrics, listings. One class each; their
 * forms are documented in docs/commands.md. Nothing here judges whether a fact is used: a label counts from when it was
 * known, everything else from its {@code availableAt}.
 */
package org.cryptosmarttrader.ingest.facts.chain;
