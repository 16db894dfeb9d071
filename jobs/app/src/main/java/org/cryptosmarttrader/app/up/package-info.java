/** Everything on one machine: the processes of {@code cst up}, started in their order, kept running and stopped together. */
package org.cryptosmarttrader.app.up;
