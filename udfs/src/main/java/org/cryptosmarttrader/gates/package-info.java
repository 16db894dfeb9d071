/**
 * Which forecasts may be acted on. A gate looks at measured facts of a candidate and passes, refuses or says that it has
 * nothing to go by; every refusal carries all of its reasons, in one order. Settings may tighten a gate, never loosen it.
 * That no forecast passes is a normal state.
 *
 * <p>Two lanes read the same judgement: GATED needs every gate, with nothing left unmeasured; RESEARCH trades on paper
 * before the right to trade is earned.
 */
package org.cryptosmarttrader.gates;
