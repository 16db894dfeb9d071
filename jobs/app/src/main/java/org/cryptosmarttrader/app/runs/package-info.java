/** Runs from beginning to end: what a command asked for becomes settings, a job, an output that is whole and has a root. */
package org.cryptosmarttrader.app.runs;
