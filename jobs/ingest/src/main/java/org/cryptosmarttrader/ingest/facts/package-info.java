/**
 * Facts out of recorded files into an archive: all of a command's files or, if anything is wrong, none. What a file says is
 * the matter of its layout; identity, order, conflicts and commits are settled here for all kinds alike.
 */
package org.cryptosmarttrader.ingest.facts;
