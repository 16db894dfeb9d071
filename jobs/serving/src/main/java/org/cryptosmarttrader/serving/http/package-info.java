/** What every server of this project keeps to: who may ask, how often, and how a refusal is said. */
package org.cryptosmarttrader.serving.http;
