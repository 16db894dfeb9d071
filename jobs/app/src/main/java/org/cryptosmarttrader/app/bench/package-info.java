/**
 * {@code cst bench}: how fast the product does each part of its work, beside a bare loop doing the same and a bare keyed
 * Flink job over the same input, in the same process. Every way must give the same checksum, or there is no figure.
 */
package org.cryptosmarttrader.app.bench;
