/**
 * What every adapter of a web source shares: a clock that can be handed in, whole replies or a failure that says whether
 * to try again, budgets, back-off, a breaker and counters. Nothing here knows a venue.
 *
 * <p>Time is asked of {@link org.cryptosmarttrader.ingest.net.IngestClock} alone. The one exception are the time-outs of
 * the transport: how long a socket may say nothing is measured by the machine, whoever owns the market's time.
 */
package org.cryptosmarttrader.ingest.net;
