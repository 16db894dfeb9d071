/**
 * What kind of market it is: machines that go from state to state with hysteresis, fed bar by bar. They remember their whole
 * past, so that they are context of a verdict and never a feature; features carry their raw inputs. Not thread-safe.
 */
package org.cryptosmarttrader.regimes;
