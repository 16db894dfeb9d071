package org.cryptosmarttrader.serving.explain;

/**
 * A raw payload that events were read from.
 *
 * @param sha256 of its bytes as received, hexadecimal
 * @param source id of the events' source
 * @param kind of the events
 * @param name of the file it was, empty if it came over the network
 * @param events of it that could enter the forecast
 * @param bytes its size, -1 if it was not found
 * @param isIntact whether its bytes have this hash
 */
public record Payload(
        String sha256, String source, String kind, String name, long events, long bytes, boolean isIntact) {}
