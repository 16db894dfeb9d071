/** Runs that lie below a folder, found by their manifests, and compared. */
package org.cryptosmarttrader.serving.runs;
