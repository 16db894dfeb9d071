package org.cryptosmarttrader.app.certify;

import java.util.TreeMap;
import org.cryptosmarttrader.serving.report.Certificate;

/**
 * When events can have been known, derived from their raw payloads.
 *
 * @param report what was derived, and what could not be
 * @param liars events that the archive has earlier, each with its earliest instant
 */
public record Origins(Certificate.Availability report, TreeMap<EventId, Long> liars) {}
