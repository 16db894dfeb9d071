package org.cryptosmarttrader.ingest.net;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A whole reply as it was received.
 *
 * @param body the bytes, handed over and not to be changed
 * @param fetchedAt when its last byte was here, epoch milliseconds
 * @param url what was asked, secrets replaced
 * @param status of HTTP; 200 to 299 unless a {@link Refusal} looks at it
 */
public record Reply(byte[] body, long fetchedAt, String url, int status, HttpHeaders headers) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
