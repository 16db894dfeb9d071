/** Features of what is published about the market as a whole: the fear and greed index, funding rates. */
package org.cryptosmarttrader.features.index;
