/**
 * From a forecast back to what was recorded: rows to the roots of their run, the forecast made again of its feature row, the
 * feature row made again of the archive, and the archive's events held against their raw payloads.
 */
package org.cryptosmarttrader.app.explain;
