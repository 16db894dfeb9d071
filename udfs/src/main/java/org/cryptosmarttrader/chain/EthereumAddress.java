package org.cryptosmarttrader.chain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of Ethereum and of chains with its form: {@code 0x} and 40 hexadecimal digits, their case either all the same
 * or the checksum of EIP-55.
 */
public final class EthereumAddress {

    private static final int DIGITS = 40;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]*");

    private EthereumAddress() {}

    /** What is wrong with an address; empty if nothing is. */
    public static Optional<AddressFault> fault(String address) {
        if (!address.startsWith("0x") || address.length() != 2 + DIGITS) {
            return Optional.of(AddressFault.FORM);
        }
        String digits = address.substring(2);
        if (!HEX.matcher(digits).matches()) {
            return Optional.of(AddressFault.CHARACTER);
        }
        String lower = digits.toLowerCase(Locale.ROOT);
        boolean isOfOneCase = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return isOfOneCase || digits.equals(cased(lower)) ? Optional.empty() : Optional.of(AddressFault.CHECKSUM);
    }

    /** Upper case where the digit of the hash at the same place is 8 or more. */
    private static String cased(String lower) {
        byte[] hash = Keccak256.of(lower.getBytes(StandardCharsets.US_ASCII));
        StringBuilder cased = new StringBuilder();
        for (int at = 0; at < DIGITS; at++) {
            int nibble = hash[at / 2] >> (at % 2 == 0 ? 4 : 0) & 0xf;
            char digit = lower.charAt(at);
            cased.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
        }
        return cased.toString();
    }
}
