/**
 * What may be held at most. A rule looks at what one account holds and wants ({@link
 * org.cryptosmarttrader.risk.Exposure}) and can only take away: lower what is wanted, freeze a pair, close everything. Rules
 * run at every tick in the order of {@link org.cryptosmarttrader.risk.RiskRules}; each hit is an audit row. A number that is
 * NaN in a check refuses what would add risk. One more rule is one class and one line there; what it must remember it
 * latches by name.
 *
 * <p>A limit never stops a sale: it exists to reduce risk. Only a gap in the data does, since nothing can be sold into it.
 */
package org.cryptosmarttrader.risk;
