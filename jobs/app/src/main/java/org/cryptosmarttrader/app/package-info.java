/** {@code cst}: every command in one place. A command wires modules together and says what it did; it computes nothing. */
package org.cryptosmarttrader.app;
