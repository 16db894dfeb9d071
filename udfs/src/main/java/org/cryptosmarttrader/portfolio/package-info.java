/**
 * How much of each asset: covariances of returns, and the weights that follow from them alone (I.3 of the definitions). Weights
 * say how to divide what may be held; how much that is, costs and limits are others' business.
 */
package org.cryptosmarttrader.portfolio;
