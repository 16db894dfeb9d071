/**
 * Champions and challengers of a run side by side: which is to be used from now on, by the rule of
 * {@link org.cryptosmarttrader.evaluation.Promotion}. Nothing here announces anything.
 */
package org.cryptosmarttrader.serving.challenge;
