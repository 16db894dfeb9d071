/** Outputs of a run: its datasets, where they lie, what makes two runs comparable, and how far they are whole. */
package org.cryptosmarttrader.wire.runs;
