/**
 * The trade book: at each tick it fills what fell due, marks what is held, lets the strategy want and the risk rules take
 * away, and turns the difference into orders. On paper, over recorded bars, alike in backtest and live.
 *
 * <p>One account for each lane and quote currency: dollars and tethers are never added up. Money and quantities are
 * decimals and balance to the last digit; weights, prices of the model and limits are doubles. The same ticks give the same
 * events whatever the order of quotes and signals within a tick, and a book written and read again goes on as if nothing
 * had happened. Its state has no finite memory: a run's genesis is part of its identity.
 */
package org.cryptosmarttrader.book;
