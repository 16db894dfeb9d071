/**
 * The trade book again and again over one run's forecasts: what other settings of strategy, portfolio, risk and execution would
 * have made of them. The book is the graph's own; a replay with the run's own settings gives the run's accounts to the digit, and
 * is checked for it first.
 */
package org.cryptosmarttrader.app.search;
