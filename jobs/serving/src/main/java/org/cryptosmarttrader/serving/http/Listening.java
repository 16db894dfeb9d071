package org.cryptosmarttrader.serving.http;

/**
 * Where a server listens, to whom, and how often one address is answered.
 *
 * @param port 0 for any that is free
 * @param aSecond requests of one address in the long run
 * @param atOnce requests of one address without a pause
 */
public record Listening(Access access, int port, double aSecond, int atOnce) {

    private static final double REQUESTS_A_SECOND = 50;
    private static final int REQUESTS_AT_ONCE = 200;

    /** With the limits of a page that is looked at. */
    public static Listening at(Access access, int port) {
        return new Listening(access, port, REQUESTS_A_SECOND, REQUESTS_AT_ONCE);
    }
}
