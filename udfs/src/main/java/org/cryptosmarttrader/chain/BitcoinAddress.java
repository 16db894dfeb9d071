package org.cryptosmarttrader.chain;

import java.util.Optional;

/** Addresses of Bitcoin's main network: P2PKH ({@code 1…}) and P2SH ({@code 3…}) in Base58Check, witness programs in Bech32. */
public final class BitcoinAddress {

    private static final int P2PKH = 0;
    private static final int P2SH = 5;
    private static final int HASH_BYTES = 20;

    private BitcoinAddress() {}

    /** What is wrong with an address; empty if nothing is. */
    public static Optional<AddressFault> fault(String address) {
        if (address.length() >= 3 && address.substring(0, 3).equalsIgnoreCase(WitnessAddress.PREFIX + "1")) {
            return WitnessAddress.fault(address);
        }
        return address.startsWith("1") || address.startsWith("3")
                ? base58Fault(address)
                : Optional.of(AddressFault.FORM);
    }

    private static Optional<AddressFault> base58Fault(String address) {
        Optional<byte[]> decoded = Base58.decode(address);
        if (decoded.isEmpty()) {
            return Optional.of(AddressFault.CHARACTER);
        }
        byte[] bytes = decoded.get();
        if (bytes.length != 1 + HASH_BYTES + Base58.CHECKSUM_BYTES) {
            return Optional.of(AddressFault.FORM);
        }
        if (!Base58.hasItsChecksum(bytes)) {
            return Optional.of(AddressFault.CHECKSUM);
        }
        return bytes[0] == P2PKH || bytes[0] == P2SH ? Optional.empty() : Optional.of(AddressFault.VERSION);
    }
}
