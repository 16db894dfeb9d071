package org.cryptosmarttrader.serving.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may ask: everybody on this machine if the address is loopback; from elsewhere whoever knows the token.
 *
 * @param host address to listen at
 * @param token at least 43 letters, which is 256 bits in base 64; empty only on loopback
 */
public record Access(String host, Optional<String> token) {

    private static final int SHORTEST_TOKEN = 43;
    /** What a header and a cookie can carry as it is: the form of RFC 6750. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** This machine alone, without a token. */
    public static final Access LOCAL = new Access("127.0.0.1", Optional.empty());

    /** @throws IllegalArgumentException if others could ask without a token, or it is short */
    public Access {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "--host %s: whoever reaches this address could ask; give a token with CST_TOKEN, e.g. of: openssl rand -base64 32"
                            .formatted(host));
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "CST_TOKEN: %d letters, at least %d are needed; make one with: openssl rand -base64 32"
                            .formatted(token.get().length(), SHORTEST_TOKEN));
        }
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            throw new IllegalArgumentException(
                    "CST_TOKEN: letters, digits and -._~+/ only, = at its end; make one with: openssl rand -base64 32");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host %s: no address of this machine".formatted(host), e);
        }
    }

    /** Takes as long whatever differs. */
    boolean admits(String given) {
        return token.isEmpty()
                || MessageDigest.isEqual(
                        token.get().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
