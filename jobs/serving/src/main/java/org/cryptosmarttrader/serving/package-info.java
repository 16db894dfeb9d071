/** What people and programs read of a run. It reads what the sinks wrote and computes no forecast of its own. */
package org.cryptosmarttrader.serving;
