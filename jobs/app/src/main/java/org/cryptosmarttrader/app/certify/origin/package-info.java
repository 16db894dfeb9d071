/**
 * When each event of an archive can have been known at the earliest, read off its raw payload once more: own splitting of
 * lines, own reading of times, nothing shared with the importers, so that a mistake of theirs is not made twice.
 */
package org.cryptosmarttrader.app.certify.origin;
