package org.cryptosmarttrader.app.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class Ports {

    private static final int LAST = 65_535;

    private Ports() {}

    /** @throws IllegalArgumentException if it is none that others could be told */
    public static void require(String option, int port) {
        if (port < 1 || port > LAST) {
            throw new IllegalArgumentException("%s %d: expected 1 to %d".formatted(option, port, LAST));
        }
    }

    /** One of 127.0.0.1 on which nobody listens now. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
