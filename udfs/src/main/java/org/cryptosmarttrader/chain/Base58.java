package org.cryptosmarttrader.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.cryptosmarttrader.provenance.Sha256;

/** Bytes as Bitcoin's digits and letters without 0, O, I and l, the last four the checksum of the rest. */
final class Base58 {

    static final int CHECKSUM_BYTES = 4;

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private Base58() {}

    /** The bytes, each leading digit 1 a zero byte; empty if a character is no digit. */
    static Optional<byte[]> decode(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            int digit = DIGITS.indexOf(text.charAt(at));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] magnitude = number.signum() == 0 ? new byte[0] : unsigned(number);
        byte[] bytes = new byte[leadingOnes(text) + magnitude.length];
        System.arraycopy(magnitude, 0, bytes, bytes.length - magnitude.length, magnitude.length);
        return Optional.of(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static int leadingOnes(String text) {
        int ones = 0;
        while (ones < text.length() && text.charAt(ones) == DIGITS.charAt(0)) {
            ones++;
        }
        return ones;
    }

    /** Whether the last four bytes are the first four of the double SHA-256 of those before them. */
    static boolean hasItsChecksum(byte[] bytes) {
        int body = bytes.length - CHECKSUM_BYTES;
        byte[] hash = Sha256.of(Sha256.of(Arrays.copyOf(bytes, body)));
        return Arrays.equals(bytes, body, bytes.length, hash, 0, CHECKSUM_BYTES);
    }
}
