package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.provenance.Sha256;

/** A key of the venue and what signs with it. Its text says neither. */
public final class ApiKey {

    /** Names of the two in the environment. */
    public static final String KEY = "KRAKEN_API_KEY";

    public static final String SECRET = "KRAKEN_API_SECRET";

    /** What must not be in the environment of a program that does not trade. */
    public static final List<String> NAMES = List.of(KEY, SECRET);

    private static final String ALGORITHM = "HmacSHA512";

    private final String name;
    private final String secret;
    private final SecretKeySpec signing;

    /**
     * @param name the venue's name of the key
     * @param secret base64, as the venue gave it
     * @throws IOException if it is no base64
     */
    public ApiKey(String name, String secret) throws IOException {
        this.name = name;
        this.secret = secret;
        try {
            this.signing = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
        } catch (IllegalArgumentException e) {
            // without the cause: it quotes the secret
            throw new IOException(
                    "key %s: is no base64; copy the private key again, and nothing else".formatted(SECRET));
        }
    }

    /**
     * The key that was given.
     *
     * @return empty if none was
     * @throws IOException if only one half was, or it cannot be a key
     */
    public static Optional<ApiKey> of(Secrets secrets) throws IOException {
        Optional<String> name = secrets.of(KEY);
        Optional<String> secret = secrets.of(SECRET);
        if (name.isPresent() != secret.isPresent()) {
            String missing = name.isPresent() ? SECRET : KEY;
            throw new IOException(
                    "key %s: is missing beside its other half; %s".formatted(missing, secrets.howToGive(missing)));
        }
        return name.isPresent() ? Optional.of(new ApiKey(name.get(), secret.get())) : Optional.empty();
    }

    String name() {
        return name;
    }

    /** Which key it is, for the names of files; nobody can sign with it. */
    String fingerprint() {
        return Sha256.hex(Sha256.of(name.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
    }

    /** What must not stand in a message. */
    List<String> secrets() {
        return List.of(name, secret);
    }

    /** {@code base64(HMAC-SHA512(path ‖ SHA-256(nonce ‖ body)))}, as Kraken's guide of REST authentication has it. */
    String sign(String path, long nonce, String body) {
        byte[] hash = Sha256.of((nonce + body).getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(signing);
            mac.update(path.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "key " + fingerprint();
    }
}
