/**
 * Features of what is said: means of scores that halve with time, their spread, how much is said and how often it is said
 * again. Nothing said and not listening are different; neither is a neutral mean.
 */
package org.cryptosmarttrader.features.sentiment;
