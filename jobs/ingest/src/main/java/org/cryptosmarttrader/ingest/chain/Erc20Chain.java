package org.cryptosmarttrader.ingest.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Tokens of Ethereum, by the logs of their contracts. */
final class Erc20Chain implements Chain {

    /** Id of the source. */
    static final String SOURCE = "ethereum";

    private static final String COUNTED = "confirmations";
    private static final String LATEST = "latest";
    /** Of {@code decimals()}. */
    private static final String DECIMALS = "0x313ce567";

    private final EthereumRpc rpc;
    private final ChainSourceSettings.Ethereum settings;
    private final ChainJson json = new ChainJson(SOURCE);
    private final Erc20Logs logs;
    private final LogRange range;
    private boolean isChecked;

    Erc20Chain(EthereumRpc rpc, ChainSourceSettings.Ethereum settings, AddressLabels labels, IngestClock clock) {
        this.rpc = rpc;
        this.settings = settings;
        this.range = new LogRange(settings.mostBlocks());
        Map<String, Contract> contracts = new HashMap<>();
        settings.contracts().forEach(contract -> contracts.put(contract.address(), contract));
        this.logs = new Erc20Logs(json, contracts, address -> labels.owner(Erc20Logs.CHAIN, address, clock.millis()));
    }

    @Override
    public String name() {
        return Erc20Logs.CHAIN;
    }

    /** Each token for itself: of ETH nothing is known, and nothing known must not look like nothing moved. */
    @Override
    public List<String> feeds() {
        return settings.contracts().stream()
                .map(contract -> "%s:%s".formatted(Erc20Logs.CHAIN, contract.asset()))
                .distinct()
                .toList();
    }

    @Override
    public Head head() throws SourceException, InterruptedException {
        checkDecimals();
        BlockSeen newest = required(LATEST);
        return settings.finality().equals(COUNTED)
                ? Head.counted(newest, settings.follow().confirmations())
                : new Head(newest, required(settings.finality()).height());
    }

    private BlockSeen required(String tag) throws SourceException, InterruptedException {
        return rpc.block(tag)
                .orElseThrow(() -> SourceException.retry("%s: the node has no block %s".formatted(SOURCE, tag)));
    }

    private void checkDecimals() throws SourceException, InterruptedException {
        if (isChecked) {
            return;
        }
        for (Contract contract : settings.contracts()) {
            Map<String, Object> call = new TreeMap<>(Map.of("to", contract.address(), "data", DECIMALS));
            String said = rpc.call("eth_call", List.of(call, LATEST), (result, reply) -> decimals(result));
            if (!said.matches("0x0*" + Integer.toHexString(contract.decimals()))) {
                throw SourceException.disabled(
                        "%s: the contract %s of %s says %s decimals (hexadecimal), conf/ingest.yaml %d; correct one of address and decimals in ethereum.contracts"
                                .formatted(SOURCE, contract.address(), contract.asset(), said, contract.decimals()));
            }
        }
        isChecked = true;
    }

    /** Nothing behind 0x is the answer where no contract stands. */
    private String decimals(JsonNode result) throws SourceException {
        return result.asText().matches("0x|0x[0-9a-f]{64}")
                ? result.asText()
                : json.refuse("the result", "decimals()", result, "32 bytes");
    }

    @Override
    public Optional<BlockSeen> at(long height) throws SourceException, InterruptedException {
        return rpc.block(EthereumRpc.quantity(height));
    }

    /** The last block's hash before and after says whether the chain stayed as it was: a hash stands for all before it. */
    @Override
    public Optional<List<BlockRead>> after(long height, String hash, long upTo, Runnable called)
            throws SourceException, InterruptedException {
        List<Erc20Logs.Logged> found = null;
        Optional<BlockSeen> end = Optional.empty();
        while (found == null) {
            long to = Math.min(upTo, height + range.blocks());
            end = at(to);
            called.run();
            found = logs(height + 1, to);
        }
        if (end.isEmpty()
                || !stands(height, hash)
                || !stands(end.get().height(), end.get().hash())) {
            return Optional.empty();
        }
        called.run();
        return blocks(found, height, end.get());
    }

    private boolean stands(long height, String hash) throws SourceException, InterruptedException {
        return at(height).filter(block -> block.hash().equals(hash)).isPresent();
    }

    /** Null if it was too much at once, and less is asked next. */
    private List<Erc20Logs.Logged> logs(long from, long to) throws SourceException, InterruptedException {
        Map<String, Object> filter = new TreeMap<>(Map.of(
                "fromBlock", EthereumRpc.quantity(from),
                "toBlock", EthereumRpc.quantity(to),
                "address", settings.contracts().stream().map(Contract::address).toList(),
                "topics", List.of(Erc20Logs.TRANSFER)));
        try {
            List<Erc20Logs.Logged> found = rpc.call(
                    "eth_getLogs",
                    List.of(filter),
                    (result, reply) ->
                            logs.read(reply.body(), "%s eth_getLogs %d to %d".formatted(reply.url(), from, to)));
            range.fine(to - from + 1);
            return found;
        } catch (TooWide e) {
            // of fewer blocks than the range there may be at the chain's end
            while (range.blocks() > to - from + 1) {
                range.halve();
            }
            if (!range.halve()) {
                throw SourceException.last("%s; one block is too much already: follow fewer contracts, or another node"
                        .formatted(e.getMessage()));
            }
            return null;
        }
    }

    private Optional<List<BlockRead>> blocks(List<Erc20Logs.Logged> found, long after, BlockSeen end)
            throws SourceException, InterruptedException {
        SortedMap<Long, List<Erc20Logs.Logged>> byHeight = new TreeMap<>();
        for (Erc20Logs.Logged log : found) {
            if (log.height() <= after || log.height() > end.height()) {
                throw SourceException.retry("%s: asked for logs of blocks %d to %d, was given one of %d"
                        .formatted(SOURCE, after + 1, end.height(), log.height()));
            }
            byHeight.computeIfAbsent(log.height(), absent -> new ArrayList<>()).add(log);
        }
        byHeight.putIfAbsent(end.height(), List.of());
        List<BlockRead> blocks = new ArrayList<>();
        for (Map.Entry<Long, List<Erc20Logs.Logged>> entry : byHeight.entrySet()) {
            Optional<BlockRead> block = block(entry.getKey(), entry.getValue(), end);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
        }
        return Optional.of(blocks);
    }

    /** Empty if its logs are not all of one block. */
    private Optional<BlockRead> block(long height, List<Erc20Logs.Logged> found, BlockSeen end)
            throws SourceException, InterruptedException {
        Optional<BlockSeen> seen = Optional.of(end);
        if (height != end.height()) {
            Erc20Logs.Logged first = found.get(0);
            seen = first.time().isPresent()
                    ? Optional.of(new BlockSeen(
                            height,
                            first.blockHash(),
                            first.time().getAsLong(),
                            first.move().payload(),
                            first.move().url()))
                    : at(height);
        }
        return seen.filter(
                        block -> found.stream().allMatch(log -> log.blockHash().equals(block.hash())))
                .map(block -> new BlockRead(
                        height,
                        block.hash(),
                        block.time(),
                        found.stream().map(Erc20Logs.Logged::move).toList()));
    }
}
