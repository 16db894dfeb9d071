package org.cryptosmarttrader.provenance;

/**
 * Identity of a forecast: the row it was made of, the payloads that row rests on, the forest that made it and what the
 * forest learnt from. Whoever holds the four can compute it again.
 */
public final class PredictionId {

    private static final String TYPE = "prediction";

    private PredictionId() {}

    /**
     * @param featureLeaf {@link MerkleTree#leaf} of the encoding of the feature row, 32 bytes
     * @param rawRoot {@link MerkleTree#rootOfSet} of the payload hashes and day digests the row rests on, 32 bytes
     * @param modelHash SHA-256 of the bytes of the model file
     * @param trainingRoot run root of the training set
     * @return SHA-256 of the encoding of all four
     */
    public static byte[] of(byte[] featureLeaf, byte[] rawRoot, byte[] modelHash, byte[] trainingRoot) {
        return Sha256.of(new Encoding()
                .begin(5)
                .add(TYPE)
                .add(featureLeaf)
                .add(rawRoot)
                .add(modelHash)
                .add(trainingRoot)
                .bytes());
    }
}
