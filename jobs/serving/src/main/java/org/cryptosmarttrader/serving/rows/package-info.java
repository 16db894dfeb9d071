/** The rows of a run in an order of their own, whatever files they lie in. */
package org.cryptosmarttrader.serving.rows;
