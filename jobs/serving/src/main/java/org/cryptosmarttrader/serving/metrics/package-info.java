/** What an operator watches, as Prometheus reads it. */
package org.cryptosmarttrader.serving.metrics;
