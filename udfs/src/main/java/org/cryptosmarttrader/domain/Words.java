package org.cryptosmarttrader.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Arrays of words to bytes and back. A word that repeats the one before it is not written again. */
public final class Words {

    private Words() {}

    /** Writes an array with its length; a word may be null. */
    public static void write(DataOutput out, String[] words) throws IOException {
        out.writeInt(words.length);
        String last = null;
        for (String word : words) {
            boolean repeats = word != null && word.equals(last);
            out.writeBoolean(repeats);
            if (!repeats) {
                Numbers.write(out, word == null ? null : word.getBytes(StandardCharsets.UTF_8));
            }
            last = word;
        }
    }

    public static String[] read(DataInput in) throws IOException {
        String[] words = new String[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readBoolean() ? words[i - 1] : word(Numbers.readBytes(in));
        }
        return words;
    }

    private static String word(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }
}
