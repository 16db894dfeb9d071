package org.cryptosmarttrader.app.commands;

/** What can be the number of a port. */
final class Ports {

    private static final int LAST = 65_535;

    private Ports() {}

    /** @throws IllegalArgumentException if it is none that others could be told */
    static void require(int port) {
        if (port < 1 || port > LAST) {
            throw new IllegalArgumentException("--port %d: expected 1 to %d".formatted(port, LAST));
        }
    }
}
