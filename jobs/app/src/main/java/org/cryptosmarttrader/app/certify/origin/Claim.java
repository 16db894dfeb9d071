package org.cryptosmarttrader.app.certify.origin;

import org.cryptosmarttrader.app.certify.EventId;

/**
 * What the archive says of one event.
 *
 * @param row of the payload, from 1; 0 if the event is of the file as a whole
 */
record Claim(EventId event, long row, long eventTime, long availableAt) {}
