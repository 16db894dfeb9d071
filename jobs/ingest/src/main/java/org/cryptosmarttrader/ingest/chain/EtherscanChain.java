package org.cryptosmarttrader.ingest.chain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.facts.chain.AddressLabels;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;

/** What labelled addresses of Ethereum send and receive, by Etherscan's lists. */
final class EtherscanChain implements Chain {

    /** Id of the source. */
    static final String SOURCE = "etherscan";

    private final EtherscanApi api;
    private final ChainSourceSettings.Etherscan settings;
    private final List<Contract> contracts;
    private final List<String> addresses;
    private final EtherscanRows rows;

    /** @param contracts tokens that nobody else follows */
    EtherscanChain(
            EtherscanApi api,
            ChainSourceSettings.Etherscan settings,
            List<Contract> contracts,
            AddressLabels labels,
            IngestClock clock) {
        this.api = api;
        this.settings = settings;
        this.contracts = contracts;
        this.addresses = labels.addresses(Erc20Logs.CHAIN);
        this.rows = new EtherscanRows(
                new ChainJson(SOURCE),
                settings.floor(),
                address -> labels.owner(Erc20Logs.CHAIN, address, clock.millis()));
    }

    @Override
    public String name() {
        return Erc20Logs.CHAIN;
    }

    /** Not the chain's: what happens between addresses without a label is not seen. */
    @Override
    public List<String> feeds() {
        return List.of(Erc20Logs.CHAIN + ":labelled");
    }

    @Override
    public Head head() throws SourceException, InterruptedException {
        long height = api.blockNumber();
        BlockSeen newest = api.block(height)
                .orElseThrow(() -> SourceException.retry(
                        "%s: block %d is said to be the newest, and is not there".formatted(SOURCE, height)));
        return Head.counted(newest, settings.follow().confirmations());
    }

    @Override
    public Optional<BlockSeen> at(long height) throws SourceException, InterruptedException {
        return api.block(height);
    }

    /** The last block's hash before and after says whether the chain stayed as it was: a hash stands for all before it. */
    @Override
    public Optional<List<BlockRead>> after(long height, String hash, long upTo, Runnable called)
            throws SourceException, InterruptedException {
        Optional<BlockSeen> end = at(upTo);
        SortedMap<Long, SortedMap<String, Found>> found = new TreeMap<>();
        for (String address : addresses) {
            file(
                    found,
                    api.list("action=txlist&address=" + address, height + 1, upTo, rows::transactions, called),
                    settings.floor());
            for (Contract contract : contracts) {
                file(
                        found,
                        api.list(
                                "action=tokentx&contractaddress=%s&address=%s".formatted(contract.address(), address),
                                height + 1,
                                upTo,
                                (body, url) -> rows.tokens(body, url, contract),
                                called),
                        contract.floor());
            }
        }
        boolean isOurs = end.isPresent()
                && stands(height, hash)
                && stands(upTo, end.get().hash());
        return isOurs ? blocks(found, end.get()) : Optional.empty();
    }

    private boolean stands(long height, String hash) throws SourceException, InterruptedException {
        return at(height).filter(block -> block.hash().equals(hash)).isPresent();
    }

    private record Found(EtherscanRows.Row row, Move move) {}

    /** A transfer between two labelled addresses is in the lists of both, under one id. */
    private void file(SortedMap<Long, SortedMap<String, Found>> found, List<EtherscanRows.Row> list, BigDecimal floor) {
        Map<EtherscanRows.Row, String> ids = rows.ids(list);
        for (EtherscanRows.Row row : list) {
            rows.move(row, ids.get(row), floor)
                    .ifPresent(move -> found.computeIfAbsent(row.height(), absent -> new TreeMap<>())
                            .putIfAbsent(move.fact().id(), new Found(row, move)));
        }
    }

    /** Empty if the records of a block are not all of one. */
    private static Optional<List<BlockRead>> blocks(SortedMap<Long, SortedMap<String, Found>> found, BlockSeen end) {
        found.computeIfAbsent(end.height(), absent -> new TreeMap<>());
        List<BlockRead> blocks = new ArrayList<>();
        for (Map.Entry<Long, SortedMap<String, Found>> entry : found.entrySet()) {
            List<Found> all = new ArrayList<>(entry.getValue().values());
            boolean isEnd = entry.getKey() == end.height();
            String hash = isEnd ? end.hash() : all.get(0).row().blockHash();
            long time = isEnd ? end.time() : all.get(0).row().time();
            if (!all.stream().allMatch(one -> one.row().blockHash().equals(hash))) {
                return Optional.empty();
            }
            blocks.add(new BlockRead(
                    entry.getKey(), hash, time, all.stream().map(Found::move).toList()));
        }
        return Optional.of(blocks);
    }
}
