/** The files of conf/ read into settings: every key known, every fault listed at once, by file and key. */
package org.cryptosmarttrader.wire.conf;
