package org.cryptosmarttrader.texts;

/** What can be said of a text's language. */
public enum Language {
    ENGLISH,

    /** Another one. */
    OTHER,

    /** No words, or none that tell. */
    UNKNOWN
}
