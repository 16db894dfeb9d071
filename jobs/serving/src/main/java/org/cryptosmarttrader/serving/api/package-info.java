/** The API: what a run wrote, over HTTP. */
package org.cryptosmarttrader.serving.api;
