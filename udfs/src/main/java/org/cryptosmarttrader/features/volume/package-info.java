/** Features of what was traded: money flow, unusual activity, illiquidity, who took the initiative. */
package org.cryptosmarttrader.features.volume;
