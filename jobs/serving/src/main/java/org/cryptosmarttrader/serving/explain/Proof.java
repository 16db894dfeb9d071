package org.cryptosmarttrader.serving.explain;

import java.util.List;
import org.cryptosmarttrader.provenance.MerkleProof;
import org.cryptosmarttrader.provenance.Sha256;

/**
 * What leads from a row to the root of its day, so that it can be followed elsewhere: definitions A.5, RFC 6962.
 *
 * @param dataset of the row
 * @param date UTC day of the row's availability
 * @param leaf SHA-256(00 ‖ encoding of the row), hexadecimal
 * @param index of the leaf, from 0
 * @param size leaves of the day
 * @param siblings from the leaf's own up to the root's, hexadecimal
 * @param dayRoot to which they lead, hexadecimal
 */
public record Proof(
        String dataset, String date, String leaf, int index, int size, List<String> siblings, String dayRoot) {

    public static Proof of(String dataset, String date, byte[] leaf, MerkleProof proof) {
        return new Proof(
                dataset,
                date,
                Sha256.hex(leaf),
                proof.index(),
                proof.size(),
                proof.siblings().stream().map(Sha256::hex).toList(),
                Sha256.hex(proof.root(leaf)));
    }
}
