/** What Flink measures of a job inside this process, for whoever shows it. */
package org.cryptosmarttrader.prediction.metrics;
