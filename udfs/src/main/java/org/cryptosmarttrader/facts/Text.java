package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.domain.Words;
import org.cryptosmarttrader.texts.Shingles;

/**
 * A text as it is remembered.
 *
 * @param id group and id there, e.g. {@code news:17}
 * @param availableAt when the text could first be read
 * @param subjects base symbols of the coins it is about
 * @param score in -1..1, NaN while there is none
 * @param scoredAt when the score could first be used, not before the text
 * @param isDuplicate whether it says again what a text of the 72 hours before it said
 * @param shingles of its words, by which later ones are told to repeat it
 * @param payloadHash SHA-256 of its payload, 32 bytes
 */
record Text(
        String id,
        String group,
        long availableAt,
        List<String> subjects,
        double score,
        long scoredAt,
        boolean isDuplicate,
        Shingles shingles,
        byte[] payloadHash) {

    Text scored(double said, long at) {
        return new Text(
                id, group, availableAt, subjects, said, Math.max(availableAt, at), isDuplicate, shingles, payloadHash);
    }

    boolean isScored() {
        return !Double.isNaN(score);
    }

    boolean isOf(String chosen) {
        return chosen.equals(TextStatistics.ALL_GROUPS) || chosen.equals(group);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeUTF(group);
        out.writeLong(availableAt);
        Words.write(out, subjects.toArray(String[]::new));
        out.writeDouble(score);
        out.writeLong(scoredAt);
        out.writeBoolean(isDuplicate);
        Numbers.write(out, shingles.toArray());
        out.write(payloadHash);
    }

    static Text read(DataInput in) throws IOException {
        return new Text(
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                List.of(Words.read(in)),
                in.readDouble(),
                in.readLong(),
                in.readBoolean(),
                new Shingles(Numbers.readLongs(in)),
                Hashes.read(in));
    }
}
