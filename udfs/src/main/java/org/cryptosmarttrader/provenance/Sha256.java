package org.cryptosmarttrader.provenance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the one hash in use. */
public final class Sha256 {

    public static final int BYTES = 32;

    /** Never fed, only copied: asking the platform for a new one took longer than a short hash. */
    private static final MessageDigest BLANK = blank();

    private Sha256() {}

    public static byte[] of(byte[] data) {
        return digest().digest(data);
    }

    /** Hash of two byte strings one after the other. */
    public static byte[] of(byte[] first, byte[] second) {
        MessageDigest digest = digest();
        digest.update(first);
        return digest.digest(second);
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    public static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A new one to be fed in pieces. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) BLANK.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", impossible);
        }
    }

    private static MessageDigest blank() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform brings SHA-256", impossible);
        }
    }
}
