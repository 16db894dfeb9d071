package org.cryptosmarttrader.provenance;

import java.util.Arrays;
import java.util.List;

/** Sets of 32-byte hashes as sorted byte strings without repetition: what Merkle roots of inputs are taken over. */
public final class HashSets {

    private static final int BYTES = Sha256.BYTES;

    private HashSets() {}

    /**
     * The set of all hashes in some byte strings.
     *
     * @param parts each n × 32 bytes, in any order
     * @return n × 32 bytes, ascending by unsigned bytes, distinct
     */
    public static byte[] union(List<byte[]> parts) {
        int count = 0;
        for (byte[] part : parts) {
            count += part.length / BYTES;
        }
        byte[][] hashes = new byte[count][];
        int size = 0;
        byte[] last = null;
        for (byte[] part : parts) {
            for (int at = 0; at < part.length; at += BYTES) {
                // neighbours are mostly equal (rows of one file), so most repetitions go before the sort
                if (last == null || !Arrays.equals(last, 0, BYTES, part, at, at + BYTES)) {
                    last = Arrays.copyOfRange(part, at, at + BYTES);
                    hashes[size++] = last;
                }
            }
        }
        Arrays.sort(hashes, 0, size, Arrays::compareUnsigned);
        return distinct(hashes, size);
    }

    private static byte[] distinct(byte[][] sorted, int size) {
        byte[] set = new byte[size * BYTES];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || !Arrays.equals(sorted[i], sorted[i - 1])) {
                System.arraycopy(sorted[i], 0, set, kept++ * BYTES, BYTES);
            }
        }
        return Arrays.copyOf(set, kept * BYTES);
    }
}
