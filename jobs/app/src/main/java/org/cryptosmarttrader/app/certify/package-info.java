/**
 * The look-ahead certificate: runs the graph again over less, other, later and disordered input, and compares every row that
 * must not have changed, bit by bit. It sees the graph from outside: events in, rows out.
 */
package org.cryptosmarttrader.app.certify;
