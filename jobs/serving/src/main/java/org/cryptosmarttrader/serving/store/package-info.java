/** Rows of a run by SQL, as its sinks wrote them. */
package org.cryptosmarttrader.serving.store;
