package org.cryptosmarttrader.wire.conf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.texts.CoinDictionary;

/**
 * What ingest listens to, from conf/ingest.yaml.
 *
 * @param kraken the venue
 * @param chains sources of transfers
 * @param topicPrefix what the names of the topics begin with
 * @param partitions of a topic that is made
 * @param clockToleranceMillis by which this machine's clock may differ from the venue's
 * @param texts sources of texts and indices
 * @param coins what texts call the coins, from conf/coins.yaml
 */
public record IngestSettings(
        Kraken kraken,
        ChainSourceSettings chains,
        String topicPrefix,
        int partitions,
        long clockToleranceMillis,
        TextSourceSettings texts,
        CoinDictionary coins) {

    /** SHA-256 over what conf/ingest.yaml says, overrides included; hexadecimal. */
    public String hash() {
        String values = List.of(kraken, chains, topicPrefix, partitions, clockToleranceMillis, texts)
                .toString();
        return Sha256.hex(Sha256.of(values.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * How Kraken is asked.
     *
     * @param rest address of REST, without a slash at its end
     * @param socket address of the WebSocket
     * @param quote asset id of the quote currency
     * @param leftOut asset ids of bases that are not followed
     * @param pairsEveryMillis between two looks at what is listed
     * @param pairsPerConnection of the WebSocket
     * @param connectMillis until a connection stands
     * @param readMillis until the last byte of a reply is here
     * @param silenceMillis without any message, after which a connection is opened again
     * @param attempts of one read
     */
    public record Kraken(
            URI rest,
            URI socket,
            String quote,
            List<String> leftOut,
            long pairsEveryMillis,
            int pairsPerConnection,
            long connectMillis,
            long readMillis,
            long silenceMillis,
            int attempts) {}
}
