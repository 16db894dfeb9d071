/**
 * What is said of a pair beside the direction of its return, and the rule by which what happened makes it true: pure
 * functions of the outcomes of one decision, the same for the labels a model learns from, for the graph that learns what
 * became of its forecasts, and for the report.
 */
package org.cryptosmarttrader.statements;
