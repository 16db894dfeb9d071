package org.cryptosmarttrader.serving.logs;

/** How grave a line is, the least first. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL
}
