package org.cryptosmarttrader.app.certify;

import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.report.Certificate;

/**
 * When events can have been known, derived from their raw payloads.
 *
 * @param report what was derived, and what could not be
 * @param liars events that the archive has earlier, each with its earliest instant
 * @param quoted events whose numbers stand in the rows they were read from; of kinds without such numbers all
 * @param misquoted the first of those whose numbers do not, in words
 */
public record Origins(
        Certificate.Availability report, TreeMap<EventId, Long> liars, long quoted, List<String> misquoted) {}
