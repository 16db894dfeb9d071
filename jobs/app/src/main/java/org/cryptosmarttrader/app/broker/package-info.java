/** A real Kafka broker inside the process, for one machine and for tests. */
package org.cryptosmarttrader.app.broker;
