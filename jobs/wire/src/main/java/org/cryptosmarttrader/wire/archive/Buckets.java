package org.cryptosmarttrader.wire.archive;

import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.provenance.Sha256;

/** Pairs spread over a fixed number of buckets, so that several readers share an archive without overlap. */
public final class Buckets {

    public static final int COUNT = 128;

    private Buckets() {}

    /** Bucket of a pair; the same on every machine and in every version. */
    public static int of(String pair) {
        return Sha256.of(pair.getBytes(StandardCharsets.UTF_8))[0] & (COUNT - 1);
    }
}
