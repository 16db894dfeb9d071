package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sources of transfers that ingest listens to, from conf/ingest.yaml.
 *
 * @param labels who holds which address
 * @param esplora Bitcoin
 * @param ethereum tokens of Ethereum, from a node
 * @param etherscan what labelled addresses of Ethereum send and receive
 */
public record ChainSourceSettings(Labels labels, Esplora esplora, Ethereum ethereum, Etherscan etherscan) {

    /**
     * A list of labels.
     *
     * @param file empty if nobody is known
     * @param knownAt from when it may be used, epoch milliseconds; empty for the day the list states
     */
    public record Labels(Optional<Path> file, Optional<Long> knownAt) {}

    /**
     * How a chain is followed, whoever tells of it.
     *
     * @param base address, without a slash at its end; empty if the source is not listened to
     * @param confirmations blocks on the transfer's own, itself included, before it is handed over
     * @param everyMillis from one look at the chain's end to the next
     * @param freshMillis greatest age of the newest block with which the chain counts as followed
     * @param behind confirmed blocks not yet read with which it still does
     * @param keptBlocks behind the last one read, whose place in the chain is looked at again
     * @param callsPerSecond in the long run
     * @param burst calls at once
     * @param connectMillis until a connection stands
     * @param readMillis until the last byte of a reply is here
     * @param attempts of one read
     */
    public record Follow(
            Optional<String> base,
            int confirmations,
            long everyMillis,
            long freshMillis,
            int behind,
            int keptBlocks,
            double callsPerSecond,
            int burst,
            long connectMillis,
            long readMillis,
            int attempts) {

        /** The same with another time between looks. */
        public Follow withEvery(long millis) {
            return new Follow(
                    base,
                    confirmations,
                    millis,
                    freshMillis,
                    behind,
                    keptBlocks,
                    callsPerSecond,
                    burst,
                    connectMillis,
                    readMillis,
                    attempts);
        }
    }

    /** @param floor BTC; smaller transfers are not handed over */
    public record Esplora(Follow follow, BigDecimal floor) {}

    /**
     * A node of Ethereum.
     *
     * @param finality the tag of blocks that count as confirmed, {@code finalized} or {@code safe}; {@code confirmations} to count
     * @param mostBlocks of one query of logs
     * @param contracts whose transfers are followed
     */
    public record Ethereum(Follow follow, String finality, int mostBlocks, List<Contract> contracts) {}

    /**
     * A token.
     *
     * @param asset canonical symbol
     * @param address of its contract, lower case
     * @param decimals of its amounts
     * @param floor units of the token; smaller transfers are not handed over
     */
    public record Contract(String asset, String address, int decimals, BigDecimal floor) {}

    /**
     * Etherscan.
     *
     * @param chainId 1 of Ethereum
     * @param callsPerDay over all keys of the account
     * @param pageSize records of one reply at most
     * @param floor ETH; smaller transfers are not handed over
     * @param contracts tokens besides
     */
    public record Etherscan(
            Follow follow, int chainId, int callsPerDay, int pageSize, BigDecimal floor, List<Contract> contracts) {}
}
