package org.cryptosmarttrader.provenance;

import java.nio.charset.StandardCharsets;

/**
 * A log whose every line vouches for all before it: h_i = SHA-256(h_{i-1} ‖ SHA-256(line_i)), h_0 = 32 zero bytes.
 */
public final class HashChain {

    private HashChain() {}

    /** The head of an empty chain. */
    public static byte[] genesis() {
        return new byte[Sha256.BYTES];
    }

    public static byte[] next(byte[] head, String line) {
        return Sha256.of(head, Sha256.of(line.getBytes(StandardCharsets.UTF_8)));
    }
}
