/** The lists texts are judged by, read from the class path into the pure functions that use them. */
package org.cryptosmarttrader.wire.texts;
