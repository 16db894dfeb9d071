package org.cryptosmarttrader.chain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Keccak-256 as Ethereum uses it: the submission to NIST's contest, whose padding differs from the SHA3-256 that Java
 * brings. Source: Bertoni et al., The Keccak reference 3.0, 2011, section 1.2.
 */
final class Keccak256 {

    private static final int RATE_BYTES = 136;
    private static final int ROUNDS = 24;

    private Keccak256() {}

    static byte[] of(byte[] message) {
        byte[] padded = new byte[(message.length / RATE_BYTES + 1) * RATE_BYTES];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] ^= 0x01;
        padded[padded.length - 1] ^= (byte) 0x80;
        long[] state = new long[25];
        ByteBuffer words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            for (int lane = 0; lane < RATE_BYTES / Long.BYTES; lane++) {
                state[lane] ^= words.getLong();
            }
            permute(state);
        }
        ByteBuffer hash = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (int lane = 0; lane < 4; lane++) {
            hash.putLong(state[lane]);
        }
        return hash.array();
    }

    /** Lane (x, y) stands at x + 5 y. */
    private static void permute(long[] state) {
        int shiftRegister = 1;
        for (int round = 0; round < ROUNDS; round++) {
            mixColumns(state);
            turnAndMove(state);
            mixRows(state);
            for (int bit = 0; bit < 7; bit++) {
                state[0] ^= (long) (shiftRegister & 1) << (1 << bit) - 1;
                shiftRegister = shiftRegister << 1 ^ (shiftRegister >> 7) * 0x171;
            }
        }
    }

    private static void mixColumns(long[] state) {
        long[] parity = new long[5];
        for (int lane = 0; lane < 25; lane++) {
            parity[lane % 5] ^= state[lane];
        }
        for (int lane = 0; lane < 25; lane++) {
            int x = lane % 5;
            state[lane] ^= parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
        }
    }

    private static void turnAndMove(long[] state) {
        int x = 1;
        int y = 0;
        long moved = state[1];
        for (int step = 1; step <= 24; step++) {
            int to = (2 * x + 3 * y) % 5;
            x = y;
            y = to;
            long held = state[x + 5 * y];
            state[x + 5 * y] = Long.rotateLeft(moved, step * (step + 1) / 2);
            moved = held;
        }
    }

    private static void mixRows(long[] state) {
        for (int row = 0; row < 25; row += 5) {
            long[] before = {state[row], state[row + 1], state[row + 2], state[row + 3], state[row + 4]};
            for (int x = 0; x < 5; x++) {
                state[row + x] = before[x] ^ ~before[(x + 1) % 5] & before[(x + 2) % 5];
            }
        }
    }
}
