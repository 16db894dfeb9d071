/** The pages people look at. */
package org.cryptosmarttrader.serving.dashboard;
