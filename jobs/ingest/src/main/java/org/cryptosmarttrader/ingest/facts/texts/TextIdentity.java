package org.cryptosmarttrader.ingest.facts.texts;

import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.Sha256;

/** What texts and scores are told apart by, the same out of a file and from a source that is asked. */
public final class TextIdentity {

    /** Characters of an id at most: state keeps ids for days. */
    public static final int LONGEST_ID = 2_000;

    private TextIdentity() {}

    /** Of a text, and the word by which a score names it, e.g. {@code news:17}. */
    public static String of(String group, String id) {
        return group + ":" + id;
    }

    /** Of what a scorer said of a text. */
    public static String ofScore(String text, String scorer) {
        return text + " " + scorer;
    }

    /** Id of a text that its source gave another text before. */
    public static String edited(String id, String textHash) {
        return id + "#" + textHash;
    }

    /** An id for a text that has none, made of what tells it from others. */
    public static String made(String... parts) {
        Encoding encoding = new Encoding().begin(parts.length);
        for (String part : parts) {
            encoding.add(part);
        }
        return Sha256.hex(Sha256.of(encoding.bytes()));
    }

    /** SHA-256 of a text as it was written, hexadecimal: another text under the same id is an edited one. */
    public static String hash(String text) {
        return Sha256.hex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
