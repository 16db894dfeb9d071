package org.cryptosmarttrader.ingest.trading;

import java.util.Optional;

/** Whether the gates of the lane GATED were open for an order. */
@FunctionalInterface
public interface Gates {

    /** Why they were not, in plain words; empty if they were. */
    Optional<String> shut(GatedOrder order);
}
