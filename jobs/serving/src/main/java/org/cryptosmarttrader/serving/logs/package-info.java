/** What sessions of the program logged. */
package org.cryptosmarttrader.serving.logs;
