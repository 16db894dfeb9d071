package org.cryptosmarttrader.ingest.trading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cryptosmarttrader.provenance.Sha256;

/** Our own name of an order at the venue: the same of the same order, whoever computes it and however often. */
public final class ClientOrderId {

    /** RFC 9562: version 8, made up by its own rule; variant 2. */
    private static final long VERSION = 0x8000L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ClientOrderId() {}

    /** The first 122 free bits of the SHA-256 of the order's id, as a UUID: the form {@code cl_ord_id} takes. */
    public static String of(String orderId) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(orderId.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | VERSION;
        long low = hash.getLong() & ~(3L << 62) | VARIANT;
        return new UUID(high, low).toString();
    }
}
