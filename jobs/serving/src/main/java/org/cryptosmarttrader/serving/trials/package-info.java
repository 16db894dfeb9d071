/**
 * What a good result is worth among all that was tried: a run's accounts beside those of every other trial of its archive.
 * The ledger is {@link org.cryptosmarttrader.wire.trials}; a run keeps what was counted when it ended, so that its report can
 * be made again.
 */
package org.cryptosmarttrader.serving.trials;
