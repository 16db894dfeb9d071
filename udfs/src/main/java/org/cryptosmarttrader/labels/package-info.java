/** What happened after a decision, seen from the tick at which it has happened: pure functions of History. */
package org.cryptosmarttrader.labels;
