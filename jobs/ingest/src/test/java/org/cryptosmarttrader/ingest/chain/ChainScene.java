package org.cryptosmarttrader.ingest.chain;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedChain;
import org.cryptosmarttrader.ingest.box.BoxedChain.Sent;
import org.cryptosmarttrader.ingest.box.BoxedNodes;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.facts.chain.AddressLabels;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Contract;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings.Follow;

/** A chain in a box, somebody who follows it, and what the graph would remember of what was handed over. */
final class ChainScene implements AutoCloseable {

    /** 2025-11-11T00:10:00Z, epoch seconds. */
    static final long START = 1_762_819_800;

    static final String SATOSHI = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    static final String POOL = "12cbQLTFMXRnSzktFkuoG3eHoMeFtpTu3S";
    static final String ALICE = "0x" + "a1".repeat(20);
    static final String VENUE = "0x" + "e4".repeat(20);
    static final String TOKEN = "0xdac17f958d2ee523a2206206994597c13d831ec7";
    static final String KEY = "s3cr3tk3y99";

    /** Who tells of the chain. */
    enum Face {
        ESPLORA(600),
        ETHEREUM(12),
        ETHERSCAN(12);

        final long spacing;

        Face(long spacing) {
            this.spacing = spacing;
        }
    }

    static final int CONFIRMATIONS = 3;

    final Face face;
    final JumpingClock clock = new JumpingClock((START + 1) * 1_000);
    final FaultPlan plan;
    final BoxedChain chain;
    final BoxedNodes nodes;
    final Receipts receipts = new Receipts(clock, 0);
    final Path folder;
    final RawLog rawLog;
    final AddressLabels labels;
    final List<EventBlock> heard = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    double callsPerSecond = 1_000;
    int mostBlocks = 50;
    int pageSize = 1_000;
    int attempts = 3;
    int keptBlocks = 12;
    long patienceMillis = 1_000;
    String finality = "confirmations";
    ChainFollower follower;
    SourceHealth health;
    String mark;

    private final Set<String> written = new HashSet<>();
    /** By chain and id, as the graph remembers transfers: amount. */
    final SortedMap<String, Double> remembered = new TreeMap<>();

    ChainScene(Face face, Path folder) throws IOException {
        this(face, folder, FaultPlan.none());
    }

    ChainScene(Face face, Path folder, FaultPlan plan) throws IOException {
        this.face = face;
        this.folder = folder;
        this.plan = plan;
        this.rawLog = new RawLog(folder.resolve("raw"), clock);
        this.chain = new BoxedChain(10, START - 10 * face.spacing, face.spacing);
        this.nodes = new BoxedNodes(chain, plan, clock::millis);
        this.labels = AddressLabels.read(labelsFile(folder), null);
    }

    static Path labelsFile(Path folder) throws IOException {
        return Files.writeString(folder.resolve("labels.json"), """
                {"meta":{"last_updated":"2025-01-01"},"addresses":[{"address":"%s","label":"Slush","kind":"pool"},
                {"address":"%s","label":"Venue","chain":"ethereum"}]}""".formatted(POOL, VENUE));
    }

    Follow follow() {
        return new Follow(
                Optional.of(nodes.base()),
                CONFIRMATIONS,
                face.spacing * 1_000 / 2,
                face == Face.ESPLORA ? 3 * 3_600_000L : 600_000,
                5,
                keptBlocks,
                callsPerSecond,
                5,
                patienceMillis,
                patienceMillis,
                attempts);
    }

    /** Starts to follow, behind the mark if there is one. */
    ChainScene follows() throws IOException {
        ChainMark from = mark == null ? new ChainMark() : ChainMark.of(mark, source());
        follower = new ChainFollower(source(), made(), follow(), from, rawLog, receipts, clock);
        return this;
    }

    String source() {
        return face.name().toLowerCase(java.util.Locale.ROOT);
    }

    private HttpSource.Settings http(String path) {
        return new HttpSource.Settings(
                source(),
                URI.create(nodes.base() + path),
                patienceMillis,
                patienceMillis,
                "CryptoSmartTrader/test",
                1 << 22);
    }

    private Chain made() {
        TokenBucket calls = new TokenBucket(callsPerSecond, 5, clock);
        Contract usdt = new Contract("USDT", TOKEN, 6, new BigDecimal("1000"));
        switch (face) {
            case ESPLORA:
                SourceReads reads = new SourceReads(
                        new HttpSource(http("/esplora"), List.of(), clock, UnknownBlock::of),
                        attempts,
                        clock,
                        new Random(7));
                health = reads.health();
                return new EsploraChain(reads, calls, CONFIRMATIONS, BigDecimal.ONE, labels, clock);
            case ETHEREUM:
                String address = nodes.base() + "/rpc/" + KEY;
                EthereumRpc rpc = new EthereumRpc(
                        http("/rpc/" + KEY), ChainAdapters.keysIn(address), attempts, calls, clock, new Random(7));
                health = rpc.health();
                return new Erc20Chain(
                        rpc,
                        new ChainSourceSettings.Ethereum(follow(), finality, mostBlocks, List.of(usdt)),
                        labels,
                        clock);
            default:
                ChainSourceSettings.Etherscan settings =
                        new ChainSourceSettings.Etherscan(follow(), 1, 90_000, pageSize, BigDecimal.ONE, List.of(usdt));
                EtherscanApi api = new EtherscanApi(http(""), KEY, settings, calls, clock, new Random(7));
                health = api.health();
                return new EtherscanChain(api, settings, settings.contracts(), labels, clock);
        }
    }

    /** A look that has to succeed. */
    ChainScene look() throws Exception {
        follower.once();
        collect();
        return this;
    }

    /** A look that may fail. */
    void tries() throws InterruptedException {
        try {
            follower.once();
        } catch (SourceException e) {
            failures.add(e.getMessage());
        }
        collect();
    }

    /** What the writer of the topic and the graph behind it make of it. */
    private void collect() {
        Receipts.Taken taken = receipts.take();
        for (EventBlock event : taken.events()) {
            if (event.kind() == EventKind.HEALTH || written.add(event.kind() + " " + event.sequence(0))) {
                heard.add(event);
                remember(event);
            }
        }
        mark = taken.marks().getOrDefault(source(), mark);
    }

    private void remember(EventBlock event) {
        if (event.kind() == EventKind.TRANSFER) {
            remembered.putIfAbsent(id(event), event.value(0, 0));
        } else if (event.kind() == EventKind.RETRACT) {
            remembered.remove(id(event));
        }
    }

    private static String id(EventBlock event) {
        return event.word(0, EventKind.CHAIN) + ":" + event.word(0, EventKind.TRANSFER_ID);
    }

    /** Events of a kind, in the order they became known. */
    List<EventBlock> heard(EventKind kind) {
        return heard.stream().filter(event -> event.kind() == kind).toList();
    }

    /** A transfer of so many whole units, of the token if the face is of tokens. */
    Sent sent(String name, double units) {
        return switch (face) {
            case ESPLORA -> new Sent(BoxedChain.id(name), SATOSHI, POOL, units(units, 8), "");
            case ETHEREUM -> new Sent(BoxedChain.id(name), ALICE, VENUE, units(units, 6), TOKEN);
            case ETHERSCAN -> new Sent(BoxedChain.id(name), ALICE, VENUE, units(units, 18), "");
        };
    }

    static BigInteger units(double units, int decimals) {
        return BigDecimal.valueOf(units).movePointRight(decimals).toBigIntegerExact();
    }

    /** The amount that is well above every floor here. */
    Sent large(String name) {
        return sent(name, 5_000);
    }

    /** A block with these, now. */
    BoxedChain.Block mines(Sent... sent) {
        return chain.mine(clock.millis() / 1_000, sent);
    }

    /** So many blocks with nothing in them, in their time. */
    ChainScene minesEmpty(int count) {
        for (int i = 0; i < count; i++) {
            clock.pass(face.spacing * 1_000);
            mines();
        }
        return this;
    }

    /** Words of all events of a kind. */
    List<List<String>> words(EventKind kind) {
        List<List<String>> all = new ArrayList<>();
        for (EventBlock event : heard(kind)) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < kind.words(); word++) {
                words.add(event.word(0, word));
            }
            all.add(words);
        }
        return Collections.unmodifiableList(all);
    }

    /** All that was kept as raw, as text. */
    String raw() throws IOException {
        rawLog.close();
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("raw"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (var in = new com.github.luben.zstd.ZstdInputStream(Files.newInputStream(file))) {
                    all.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        nodes.close();
        rawLog.close();
    }
}
