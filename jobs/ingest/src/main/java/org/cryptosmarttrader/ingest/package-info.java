/** Files and venues into events. */
package org.cryptosmarttrader.ingest;
