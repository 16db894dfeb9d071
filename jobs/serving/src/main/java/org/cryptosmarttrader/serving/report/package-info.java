/**
 * What a run was worth, told from its own rows: {@code report.json} for programs and {@code report.html} for people, the
 * latter in one file without script or network. Only rows are read, so a report can be made again wherever the rows are.
 * What cannot be measured is null and says why; it is never 0.
 *
 * <p>Rows are read day by day; what is kept of them are the numbers that scores are made of. The
 * fields of the JSON: docs/report.md.
 */
package org.cryptosmarttrader.serving.report;
