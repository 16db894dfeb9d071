package org.cryptosmarttrader.serving.findings;

/**
 * What a rule found.
 *
 * @param rule its name
 * @param says what was found, a sentence with its figures
 * @param advice what to do about it, a sentence
 */
public record Finding(String rule, Severity severity, String says, String advice) {}
