/**
 * A venue in a box, for tests: a real HTTP and WebSocket server on a loopback port that speaks Kraken's public protocol,
 * replays the trades it is given, and owns the clock of its client. Hours pass in seconds, and the same trades, faults and
 * client give the same run: nothing moves on before both sides have taken in what was sent.
 *
 * <p>Only test code: no product class knows it.
 */
package org.cryptosmarttrader.ingest.box;
