package org.cryptosmarttrader.provenance;

import java.util.List;
import java.util.Optional;

/** What makes an event worthless as evidence, whatever it says. There is no setting that lets it become one. */
public enum Taint {
    /** No hash says which recorded payload the event was read from. */
    NO_PROVENANCE,
    /** Its source names itself as made up. */
    SYNTHETIC;

    private static final int HASH_BYTES = 32;

    /** Beginnings of source ids that are no venue, publisher or chain. */
    private static final List<String> MADE_UP =
            List.of("test-", "synthetic", "mock", "fake", "dummy", "default", "random", "simulated");

    /** Whether a source names itself as made up, e.g. {@code test-venue}. */
    public static boolean isMadeUp(String source) {
        return MADE_UP.stream().anyMatch(source::startsWith);
    }

    /**
     * The first taint of some events.
     *
     * @param source id of their source
     * @param payloadHashes n × 32 bytes
     */
    public static Optional<Taint> of(String source, byte[] payloadHashes) {
        if (isMadeUp(source)) {
            return Optional.of(SYNTHETIC);
        }
        return hasHashes(payloadHashes) ? Optional.empty() : Optional.of(NO_PROVENANCE);
    }

    private static boolean hasHashes(byte[] hashes) {
        for (int hash = 0; hash < hashes.length; hash += HASH_BYTES) {
            boolean nil = true;
            for (int at = hash; nil && at < hash + HASH_BYTES; at++) {
                nil = hashes[at] == 0;
            }
            if (nil) {
                return false;
            }
        }
        return true;
    }
}
