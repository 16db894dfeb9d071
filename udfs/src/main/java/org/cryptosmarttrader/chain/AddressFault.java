package org.cryptosmarttrader.chain;

/** Why a text is no address of a chain. */
public enum AddressFault {
    /** Beginning or length of no kind of address of this chain. */
    FORM,
    /** A character that its encoding does not know, or letters of both cases where one is required. */
    CHARACTER,
    /** The checksum is not that of the rest: a typing error, or invented. */
    CHECKSUM,
    /** Encoded whole, but of another network or of a version that has no such payload. */
    VERSION
}
