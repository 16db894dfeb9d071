/** What a reader should know before believing an account's result: rules over what it did, each a sentence where it fires. */
package org.cryptosmarttrader.serving.findings;
