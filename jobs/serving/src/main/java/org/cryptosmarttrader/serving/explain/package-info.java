/** What a forecast rests on, step by step, each looked at anew. */
package org.cryptosmarttrader.serving.explain;
