package org.cryptosmarttrader.ingest.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.ChainSourceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a chain block by block: hands over the transfers of each confirmed block once, takes back those of a block that left
 * the chain, and goes on behind the last block handed over after a restart. What was confirmed before the very first start is not
 * read. For one thread, but for {@link #complaints}.
 */
final class ChainFollower implements PolledAdapter.Poll {

    private static final Logger LOG = LoggerFactory.getLogger(ChainFollower.class);

    /** A chain that changes so often within one look is looked at later. */
    private static final int MOST_CHANGES = 5;

    private static final double[] NO_NUMBER = {};

    private final String source;
    private final Chain chain;
    private final ChainSourceSettings.Follow settings;
    private final ChainMark mark;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final IngestClock clock;
    private final Listening listening;
    private Head head;
    /** The newest block with which the place of what was read was last found right. */
    private String checkedWith = "";

    private boolean isWell;
    private volatile String complaint = "";

    ChainFollower(
            String source,
            Chain chain,
            ChainSourceSettings.Follow settings,
            ChainMark mark,
            RawLog rawLog,
            Receipts receipts,
            IngestClock clock) {
        this.source = source;
        this.chain = chain;
        this.settings = settings;
        this.mark = mark;
        this.rawLog = rawLog;
        this.receipts = receipts;
        this.clock = clock;
        this.listening = new Listening(source, chain.feeds(), rawLog, receipts);
    }

    /** What is behind, in words. */
    List<String> complaints() {
        String now = complaint;
        return now.isEmpty() ? List.of() : List.of(now);
    }

    /** An hour counts as followed if that is said within seconds of its end, so a look that is due soon behind it waits for it. */
    @Override
    public void once() throws SourceException, InterruptedException {
        look();
        long hourEnd = (Math.floorDiv(clock.millis(), TickGrid.HOUR) + 1) * TickGrid.HOUR;
        if (hourEnd - clock.millis() <= settings.everyMillis()) {
            clock.await(hourEnd);
            look();
        }
    }

    private void look() throws SourceException, InterruptedException {
        try {
            int changes = 0;
            boolean isMore = true;
            while (isMore) {
                head = chain.head();
                requireOurBranch();
                judge();
                if (mark.newest().height() >= head.confirmed()) {
                    return;
                }
                Optional<List<BlockRead>> read =
                        chain.after(mark.newest().height(), mark.newest().hash(), head.confirmed(), this::called);
                if (read.isEmpty()) {
                    changes = changed(changes);
                } else {
                    isMore = handOver(read.get());
                }
            }
        } catch (SourceException e) {
            isWell = false;
            listening.broken();
            throw e;
        }
    }

    private int changed(int changes) throws SourceException {
        checkedWith = "";
        if (changes == MOST_CHANGES) {
            throw SourceException.retry("%s: the chain of %s changed %d times while it was read; read again later"
                    .formatted(source, chain.name(), changes));
        }
        return changes + 1;
    }

    // ---- branches

    /** Takes back what stands in blocks that left the chain. */
    private void requireOurBranch() throws SourceException, InterruptedException {
        if (mark.isEmpty()) {
            begin(Math.max(0, head.confirmed()));
        }
        while (!checkedWith.equals(head.newest().hash())) {
            ChainMark.Block last = mark.newest();
            BlockSeen now = require(last.height());
            if (now.hash().equals(last.hash())) {
                checkedWith = head.newest().hash();
            } else {
                // read before anything is given up
                retract(last, now, mark.isLast() ? require(Math.max(0, last.height() - 1)) : null);
            }
        }
    }

    private void begin(long height) throws SourceException, InterruptedException {
        BlockSeen block = require(height);
        mark.add(new ChainMark.Block(block.height(), block.hash(), List.of()));
        receipts.mark(source, mark.words());
    }

    private BlockSeen require(long height) throws SourceException, InterruptedException {
        Optional<BlockSeen> block = chain.at(height);
        if (block.isEmpty()) {
            throw SourceException.retry(
                    "%s: block %d of %s is gone, and the chain ends at %d; the node lags behind itself, it is asked again"
                            .formatted(
                                    source, height, chain.name(), head.newest().height()));
        }
        return block.get();
    }

    /** @param before where to go on if no other block is known; otherwise null */
    private void retract(ChainMark.Block gone, BlockSeen now, BlockSeen before) {
        LOG.warn(
                "{}: block {} ({}) left the chain, {} stands there; {} transfers are retracted",
                source,
                gone.height(),
                gone.hash(),
                now.hash(),
                gone.said().size());
        if (!gone.said().isEmpty()) {
            byte[] hash = rawLog.keep(source, now.url(), now.payload());
            long at = clock.millis();
            receipts.put(
                    gone.said().stream().map(name -> retraction(name, at, hash)).toList());
        }
        mark.drop(clock.millis());
        if (mark.isEmpty()) {
            LOG.warn(
                    "{}: the branch is older than the {} blocks kept; what left the chain before block {} is not retracted",
                    source,
                    settings.keptBlocks(),
                    gone.height());
            mark.add(new ChainMark.Block(before.height(), before.hash(), List.of()));
        }
        receipts.mark(source, mark.words());
    }

    private Heard retraction(String name, long at, byte[] hash) {
        return Heard.fact(
                EventKind.RETRACT,
                source,
                TransferFact.identity(chain.name(), name),
                0,
                at,
                NO_NUMBER,
                TransferFact.retraction(chain.name(), ChainMark.idOf(name)),
                hash);
    }

    // ---- handing over

    /** False if a block says that it is of later than now: a miner's clock may be ahead by two hours, and nothing is known early. */
    private boolean handOver(List<BlockRead> blocks) {
        for (BlockRead block : blocks) {
            if (block.time() > clock.millis()) {
                return false;
            }
        }
        for (BlockRead block : blocks) {
            List<String> said = new ArrayList<>();
            List<Heard> heard = new ArrayList<>();
            for (Move move : block.moves()) {
                String name = mark.nameOf(move.fact().id());
                said.add(name);
                heard.add(transfer(move, name, block.time()));
            }
            receipts.put(heard);
            mark.add(new ChainMark.Block(block.height(), block.hash(), said));
        }
        mark.forget(settings.keptBlocks(), clock.millis());
        receipts.mark(source, mark.words());
        return true;
    }

    private Heard transfer(Move move, String name, long time) {
        return Heard.fact(
                EventKind.TRANSFER,
                source,
                TransferFact.identity(chain.name(), name),
                0,
                time,
                move.fact().values(),
                move.fact().words(),
                rawLog.keep(source, move.url(), move.payload()));
    }

    // ---- health

    private void judge() {
        long unread = head.confirmed() - mark.newest().height();
        complaint = unread > settings.behind()
                ? "%s: %d confirmed blocks of %s are not read yet, the last one read is %d; until they are, nothing counts as followed. If this lasts, raise %s.callsPerSecond in conf/ingest.yaml as far as the source allows"
                        .formatted(source, unread, chain.name(), mark.newest().height(), source)
                : stale();
        isWell = complaint.isEmpty();
        called();
    }

    private String stale() {
        return clock.millis() - head.newest().time() > settings.freshMillis()
                ? "%s: the newest block of %s is of %s; the node no longer follows its chain, or the chain rests"
                        .formatted(
                                source,
                                chain.name(),
                                Instant.ofEpochMilli(head.newest().time()))
                : "";
    }

    private void called() {
        if (isWell && stale().isEmpty()) {
            listening.well(clock.millis(), head.newest());
        } else {
            listening.broken();
        }
    }
}
