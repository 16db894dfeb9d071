package org.cryptosmarttrader.app.up;

import java.util.List;

/**
 * A process of the installation.
 *
 * @param name of it and its log
 * @param heap of its JVM, e.g. {@code 1g}
 * @param words main class and its arguments
 * @param knowsKeys whether it gets the keys of sources in its environment
 */
public record Child(String name, String heap, List<String> words, boolean knowsKeys) {}
