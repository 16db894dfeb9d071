package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.VenueSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends orders of the lane GATED to the venue, each at most once, and reports what became of them. It can end at any instant: started
 * again over the same journal, it first finds out what became of every order it may have sent. Not thread-safe.
 */
public final class Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

    /** Between two attempts to learn what a venue did that could not be asked. */
    private static final long ASK_AGAIN = 30_000;

    private final VenueSettings settings;
    private final List<Block> always;
    private final OrderJournal journal;
    private final KrakenAccount account;
    private final AccountWatch watch;
    private final OrderCheck check;
    private final DeadMan deadMan;
    private final LostOrders lost;
    private final StandingOrders standing;
    private final ExecutionSink sink;
    private final IngestClock clock;
    private long askAt;
    private long lookAt;
    private String askComplaint;
    private String lookComplaint;
    private String sinkComplaint;
    private List<Block> blocks = List.of();
    private long checked;
    private long refused;
    private long sent;

    /**
     * @param always what speaks against any order as long as this runs
     * @param account with its key
     * @param market what is asked without a key
     */
    public Executor(
            VenueSettings settings,
            List<Block> always,
            OrderJournal journal,
            KrakenAccount account,
            Market market,
            Gates gates,
            ExecutionSink sink,
            IngestClock clock) {
        this.settings = settings;
        this.always = List.copyOf(always);
        this.journal = journal;
        this.account = account;
        this.sink = sink;
        this.clock = clock;
        Listings listings = new Listings(market.rest(), market.rules(), clock);
        this.watch = new AccountWatch(
                market.rest(), account, listings, journal.ledger(), clock, settings.clockToleranceMillis());
        this.check = new OrderCheck(settings.order(), listings, journal.ledger(), gates, clock);
        this.deadMan = new DeadMan(
                account,
                clock,
                settings.deadManMillis(),
                settings.beatMillis(),
                settings.mode() == VenueSettings.Mode.LIVE);
        this.lost = new LostOrders(journal, account, deadMan, clock, settings.lookAgainMillis());
        this.standing = new StandingOrders(journal, account, clock);
    }

    /** Finds out what became of every order that may have been sent, and hands over what was not. To be called once, first. */
    public void start() throws IOException, InterruptedException {
        ask();
        tend();
        blocks();
    }

    /** All that speaks against sending any order now. */
    public List<Block> blocks() throws InterruptedException {
        List<Block> all = new ArrayList<>();
        if (settings.mode() != VenueSettings.Mode.LIVE) {
            all.add(new Block(
                    Block.Kind.MODE,
                    "mode in conf/trading.yaml is validate: the venue checks orders and executes none; live"
                            + " makes them real"));
        }
        all.addAll(always);
        int unknown = journal.ledger().unknown().size();
        if (unknown > 0) {
            all.add(new Block(
                    Block.Kind.JOURNAL,
                    "what became of %d orders is not known (%s); they are looked for each %d s, look at the venue, too"
                            .formatted(unknown, askComplaint, ASK_AGAIN / 1_000)));
        }
        all.addAll(watch.blocks());
        if (deadMan.failure().isPresent()) {
            deadMan.set().ifPresent(why -> all.add(silence(why)));
        }
        blocks = List.copyOf(all);
        return blocks;
    }

    private static Block silence(String why) {
        return new Block(
                Block.Kind.DEAD_MAN,
                "the venue could not be told to cancel what is open in an emergency (%s)".formatted(why));
    }

    /** Deals with an order; one it knows already is left alone, so a topic may be read again. */
    public void take(GatedOrder order) throws IOException, InterruptedException {
        if (journal.ledger().knows(order.id())) {
            return;
        }
        List<Block> against = new ArrayList<>(blocks());
        OrderCheck.Checked made = check.check(order, watch.foreign());
        against.addAll(made.blocks());
        boolean isReal = settings.mode() == VenueSettings.Mode.LIVE;
        if (isReal && against.isEmpty()) {
            deadMan.set().ifPresent(why -> against.add(silence(why)));
        }
        check.age(order).ifPresent(against::add);
        if (!isReal) {
            validate(order, made.order(), against);
        } else if (against.isEmpty()) {
            send(order, made.order());
        } else {
            refuse(order, Block.line(against));
        }
        deliver();
    }

    /** Nothing comes of it, so nothing is reported: the books keep trading on paper. */
    private void validate(GatedOrder order, LimitOrder made, List<Block> against)
            throws IOException, InterruptedException {
        List<Block> others = against.stream()
                .filter(block -> block.kind() != Block.Kind.MODE)
                .toList();
        String cause;
        if (others.isEmpty()) {
            Placement answer = account.check(made);
            checked++;
            cause = answer.result() == Placement.Result.ACCEPTED
                    ? "the venue would have taken it"
                    : "the venue would not have taken it: " + answer.says();
        } else {
            refused++;
            cause = "it would not have been sent: " + Block.line(others);
        }
        LOG.info("order {}: {}", order.id(), cause);
        journal.append(Entry.unsent(Entry.Kind.VALIDATED, clock.millis(), order, cause));
    }

    private void refuse(GatedOrder order, String cause) throws IOException {
        refused++;
        LOG.warn("order {} is not sent: {}", order.id(), cause);
        journal.append(Entry.unsent(Entry.Kind.REJECTED, clock.millis(), order, cause));
    }

    private void send(GatedOrder order, LimitOrder made) throws IOException, InterruptedException {
        long now = clock.millis();
        Entry intent = Entry.intent(
                now, order, made.volume(), made.limit(), now + settings.order().deadlineMillis());
        journal.append(intent);
        journal.force();
        sent++;
        Placement placement = account.place(made, intent.clOrdId(), intent.deadline());
        LOG.info("order {}: {} {}", order.id(), placement.result(), placement.says());
        switch (placement.result()) {
            case ACCEPTED -> {
                journal.append(Entry.placed(clock.millis(), order.id(), placement.txid()));
                // it executes at once or never
                lookAt = clock.millis();
            }
            case REJECTED ->
                journal.append(Entry.ended(Entry.Kind.REJECTED, clock.millis(), order.id(), placement.says()));
            default -> ask();
        }
    }

    /** What became of orders whose replies were lost. */
    private void ask() throws IOException, InterruptedException {
        for (OrderState order : journal.ledger().unknown()) {
            try {
                lost.resolve(order);
                askComplaint = null;
            } catch (SourceException e) {
                askComplaint = e.getMessage();
                askAt = clock.millis() + ASK_AGAIN;
                LOG.error(
                        "order {}: nobody knows what became of it, no order is sent until it is known: {}",
                        order.first().order(),
                        e.getMessage());
                return;
            }
        }
    }

    /** To be called about every second: follows what was sent, keeps the venue's switch, and hands over reports. */
    public void tend() throws IOException, InterruptedException {
        if (!journal.ledger().unknown().isEmpty() && clock.millis() >= askAt) {
            ask();
        }
        if (clock.millis() >= lookAt) {
            look();
        }
        deadMan.tend(mayBeOpen());
        deliver();
    }

    private void look() throws IOException, InterruptedException {
        try {
            standing.look();
            lookComplaint = null;
        } catch (SourceException e) {
            lookComplaint = "orders at the venue could not be followed (%s)".formatted(e.getMessage());
        }
        lookAt = clock.millis() + settings.lookMillis();
    }

    private boolean mayBeOpen() {
        OrderLedger ledger = journal.ledger();
        return !ledger.standing().isEmpty() || !ledger.unknown().isEmpty();
    }

    private void deliver() throws IOException, InterruptedException {
        List<ExecutionReport> reports = journal.ledger().unreported().stream()
                .flatMap(order -> order.unreported().stream())
                .toList();
        if (reports.isEmpty()) {
            return;
        }
        journal.force();
        try {
            sink.report(reports);
            sinkComplaint = null;
        } catch (IOException e) {
            sinkComplaint = "%d reports are not safe yet (%s)".formatted(reports.size(), e.getMessage());
            return;
        }
        for (ExecutionReport report : reports) {
            journal.append(Entry.reported(clock.millis(), report.orderId(), report.id()));
        }
    }

    /** Ends in order. What is open stays with the venue's switch, which cancels it. */
    public void stop() throws IOException, InterruptedException {
        tend();
        if (!mayBeOpen()) {
            deadMan.putOff();
        }
    }

    /** How it stands, without asking anybody. */
    public TradingState state() {
        OrderLedger ledger = journal.ledger();
        List<String> complaints = Stream.of(
                        askComplaint, lookComplaint, deadMan.failure().orElse(null), sinkComplaint)
                .flatMap(complaint -> Optional.ofNullable(complaint).stream())
                .toList();
        return new TradingState(
                clock.millis(),
                settings.mode(),
                blocks,
                ledger.size(),
                checked,
                refused,
                sent,
                ledger.standing().size(),
                ledger.unknown().size(),
                ledger.unreported().size(),
                complaints,
                account.health());
    }
}
