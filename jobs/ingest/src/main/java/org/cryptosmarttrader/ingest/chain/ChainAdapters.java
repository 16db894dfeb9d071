package org.cryptosmarttrader.ingest.chain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.facts.chain.AddressLabels;
import org.cryptosmarttrader.ingest.live.AbsentAdapter;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.ChainSourceReader;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Follow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of transfers: those that can be listened to, and for each other one that says why it is not. */
public final class ChainAdapters {

    private static final Logger LOG = LoggerFactory.getLogger(ChainAdapters.class);

    private static final String NODE_URL = "ETHEREUM_RPC_URL";
    private static final String ETHERSCAN_KEY = "ETHERSCAN_KEY";
    private static final int LARGEST_REPLY = 64 << 20;
    /** Parts of an address that are shorter are no keys. */
    private static final int SHORTEST_KEY = 8;

    /** Calls of a look at Etherscan's chain besides those of the addresses. */
    private static final int CALLS_PER_LOOK = 7;

    private final ChainSourceSettings settings;
    private final Secrets secrets;
    private final String userAgent;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final Cursors cursors;
    private final IngestClock clock;
    private final ThreadFactory threads;

    private ChainAdapters(
            ChainSourceSettings settings,
            Secrets secrets,
            String userAgent,
            RawLog rawLog,
            Receipts receipts,
            Cursors cursors,
            IngestClock clock,
            ThreadFactory threads) {
        this.settings = settings;
        this.secrets = secrets;
        this.userAgent = userAgent;
        this.rawLog = rawLog;
        this.receipts = receipts;
        this.cursors = cursors;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * @param userAgent says who asks
     * @param cursors read now: from where to go on
     * @param threads makes a thread for each
     * @throws IOException if the labels, a key's file or a cursor cannot be used
     */
    public static List<Adapter> of(
            ChainSourceSettings settings,
            Secrets secrets,
            String userAgent,
            RawLog rawLog,
            Receipts receipts,
            Cursors cursors,
            IngestClock clock,
            ThreadFactory threads)
            throws IOException {
        ChainAdapters made = new ChainAdapters(settings, secrets, userAgent, rawLog, receipts, cursors, clock, threads);
        AddressLabels labels = made.labels();
        return List.of(made.esplora(labels), made.ethereum(labels), made.etherscan(labels));
    }

    /** The list is kept as received: who an owner was said to be can be looked up in it. */
    private AddressLabels labels() throws IOException {
        if (settings.labels().file().isEmpty()) {
            return AddressLabels.none();
        }
        Path file = settings.labels().file().get();
        AddressLabels labels = AddressLabels.read(
                file, settings.labels().knownAt().map(Instant::ofEpochMilli).orElse(null));
        rawLog.keep("labels", file.getFileName().toString(), Files.readAllBytes(file));
        labels.text().lines().forEach(line -> LOG.info("{}: {}", file, line));
        return labels;
    }

    private Adapter esplora(AddressLabels labels) throws IOException {
        Follow follow = settings.esplora().follow();
        if (follow.base().isEmpty()) {
            return new AbsentAdapter(
                    EsploraChain.SOURCE,
                    "esplora: Bitcoin is not followed: set esplora.base in conf/ingest.yaml to an own node's Esplora API; public instances ask not to be read block by block");
        }
        HttpSource http = new HttpSource(
                http(EsploraChain.SOURCE, follow.base().get(), follow), List.of(), clock, UnknownBlock::of);
        SourceReads reads = new SourceReads(http, follow.attempts(), clock, new SplittableRandom());
        EsploraChain chain = new EsploraChain(
                reads,
                budget(follow),
                follow.confirmations(),
                settings.esplora().floor(),
                labels,
                clock);
        return followed(EsploraChain.SOURCE, chain, follow, () -> reads.health().snapshot());
    }

    private Adapter ethereum(AddressLabels labels) throws IOException {
        Follow follow = settings.ethereum().follow();
        Optional<String> address = nodeAddress();
        if (address.isEmpty() || settings.ethereum().contracts().isEmpty()) {
            return new AbsentAdapter(
                    Erc20Chain.SOURCE,
                    "ethereum: tokens are not followed: a node of Ethereum is needed, and a contract: %s, or set ethereum.base in conf/ingest.yaml"
                            .formatted(secrets.howToGive(NODE_URL)));
        }
        if (!ChainSourceReader.isAddress(address.get())) {
            throw new IOException(
                    "%s: is no address; it has to begin with http:// or https:// and have no slash at its end (it is not shown, since it may hold a key)"
                            .formatted(NODE_URL));
        }
        EthereumRpc rpc = new EthereumRpc(
                http(Erc20Chain.SOURCE, address.get(), follow),
                keysIn(address.get()),
                follow.attempts(),
                budget(follow),
                clock,
                new SplittableRandom());
        Erc20Chain chain = new Erc20Chain(rpc, settings.ethereum(), labels, clock);
        return followed(Erc20Chain.SOURCE, chain, follow, () -> rpc.health().snapshot());
    }

    private Optional<String> nodeAddress() throws IOException {
        Optional<String> secret = secrets.of(NODE_URL);
        return secret.isPresent() ? secret : settings.ethereum().follow().base();
    }

    /** The address as a whole, and each part of it that may be a key, the longest first. */
    static List<String> keysIn(String address) {
        URI uri = URI.create(address);
        List<String> parts = new ArrayList<>(List.of(address));
        Stream.of(uri.getRawPath(), uri.getRawQuery(), uri.getRawUserInfo())
                .filter(part -> part != null)
                .flatMap(part -> Stream.of(part.split("[/&=:]")))
                .filter(part -> part.length() >= SHORTEST_KEY)
                .forEach(parts::add);
        return parts;
    }

    private Adapter etherscan(AddressLabels labels) throws IOException {
        ChainSourceSettings.Etherscan own = settings.etherscan();
        Optional<String> key = secrets.of(ETHERSCAN_KEY);
        int addresses = labels.addresses(Erc20Logs.CHAIN).size();
        if (key.isEmpty() || own.follow().base().isEmpty() || addresses == 0) {
            return new AbsentAdapter(
                    EtherscanChain.SOURCE,
                    "etherscan: labelled addresses are not followed: %s, and name a list with labels of ethereum in labels.file of conf/ingest.yaml"
                            .formatted(secrets.howToGive(ETHERSCAN_KEY)));
        }
        List<Contract> contracts = contractsOfEtherscan();
        long calls = addresses * (1L + contracts.size()) + CALLS_PER_LOOK;
        long every = Math.max(own.follow().everyMillis(), calls * TickGrid.DAY / own.callsPerDay());
        LOG.info("etherscan: {} addresses, {} calls a look, a look each {} ms", addresses, calls, every);
        Follow follow = own.follow().withEvery(every);
        EtherscanApi api = new EtherscanApi(
                http(EtherscanChain.SOURCE, follow.base().get(), follow),
                key.get(),
                own,
                budget(follow),
                clock,
                new SplittableRandom());
        EtherscanChain chain = new EtherscanChain(api, own, contracts, labels, clock);
        return followed(EtherscanChain.SOURCE, chain, follow, () -> api.health().snapshot());
    }

    /** A token that the node's logs tell of is not told of twice: the two name its transfers differently. */
    private List<Contract> contractsOfEtherscan() throws IOException {
        if (nodeAddress().isEmpty()) {
            return settings.etherscan().contracts();
        }
        List<String> followed =
                settings.ethereum().contracts().stream().map(Contract::address).toList();
        return settings.etherscan().contracts().stream()
                .filter(contract -> !followed.contains(contract.address()))
                .toList();
    }

    private HttpSource.Settings http(String source, String base, Follow follow) {
        return new HttpSource.Settings(
                source, URI.create(base), follow.connectMillis(), follow.readMillis(), userAgent, LARGEST_REPLY);
    }

    private TokenBucket budget(Follow follow) {
        return new TokenBucket(follow.callsPerSecond(), follow.burst(), clock);
    }

    private Adapter followed(String source, Chain chain, Follow follow, Supplier<SourceHealth.Snapshot> health)
            throws IOException {
        Optional<String> reached = cursors.mark(source);
        ChainMark mark = reached.isPresent() ? ChainMark.of(reached.get(), source) : new ChainMark();
        ChainFollower follower = new ChainFollower(source, chain, follow, mark, rawLog, receipts, clock);
        PolledAdapter polled = new PolledAdapter(source, follow.everyMillis(), follower, health, clock, threads);
        return new FollowedChain(polled, follower);
    }
}
