package org.cryptosmarttrader.chain;

import java.util.Locale;
import java.util.Optional;

/**
 * Witness programs of Bitcoin's main network as text: Bech32 for version 0 (BIP 173), Bech32m for versions 1 to 16
 * (BIP 350), whose checksums differ by a constant.
 */
final class WitnessAddress {

    static final String PREFIX = "bc";

    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;
    private static final int CHECKSUM_DIGITS = 6;
    private static final int LONGEST = 90;

    private WitnessAddress() {}

    /** @param address begins with the prefix and the separator 1, in either case */
    static Optional<AddressFault> fault(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!address.equals(lower) && !address.equals(address.toUpperCase(Locale.ROOT))) {
            return Optional.of(AddressFault.CHARACTER);
        }
        String text = lower.substring(PREFIX.length() + 1);
        if (text.length() <= CHECKSUM_DIGITS || address.length() > LONGEST) {
            return Optional.of(AddressFault.FORM);
        }
        int[] digits = text.chars().map(DIGITS::indexOf).toArray();
        for (int digit : digits) {
            if (digit < 0) {
                return Optional.of(AddressFault.CHARACTER);
            }
        }
        if (checksum(digits) != (digits[0] == 0 ? BECH32 : BECH32M)) {
            return Optional.of(AddressFault.CHECKSUM);
        }
        return isProgram(digits) ? Optional.empty() : Optional.of(AddressFault.VERSION);
    }

    private static int checksum(int[] digits) {
        int sum = 1;
        for (int at = 0; at < PREFIX.length(); at++) {
            sum = next(sum, PREFIX.charAt(at) >> 5);
        }
        sum = next(sum, 0);
        for (int at = 0; at < PREFIX.length(); at++) {
            sum = next(sum, PREFIX.charAt(at) & 31);
        }
        for (int digit : digits) {
            sum = next(sum, digit);
        }
        return sum;
    }

    private static int next(int sum, int digit) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ digit;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            if ((top >> bit & 1) == 1) {
                next ^= GENERATOR[bit];
            }
        }
        return next;
    }

    /** Version 0 has 20 or 32 bytes, versions 1 to 16 have 2 to 40; bits left over are fewer than five, and zero. */
    private static boolean isProgram(int[] digits) {
        int version = digits[0];
        int bits = (digits.length - 1 - CHECKSUM_DIGITS) * 5;
        int bytes = bits / 8;
        int spare = bits % 8;
        int last = digits[digits.length - 1 - CHECKSUM_DIGITS];
        boolean isPadded = spare < 5 && (spare == 0 || (last & (1 << spare) - 1) == 0);
        boolean isLong = version == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
        return version <= 16 && isPadded && isLong;
    }
}
