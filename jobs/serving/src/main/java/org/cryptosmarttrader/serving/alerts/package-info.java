/** What somebody should look at, said to people who watch no page: found in the figures the metrics show, sent to a webhook. */
package org.cryptosmarttrader.serving.alerts;
