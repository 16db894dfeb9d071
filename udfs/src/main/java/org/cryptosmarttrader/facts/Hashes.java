package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.IOException;
import org.cryptosmarttrader.domain.EventBlock;

/** Payload hashes out of a state. */
final class Hashes {

    private Hashes() {}

    static byte[] read(DataInput in) throws IOException {
        byte[] hash = new byte[EventBlock.HASH_BYTES];
        in.readFully(hash);
        return hash;
    }
}
