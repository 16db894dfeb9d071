package org.cryptosmarttrader.domain;

/** What an event says: the numbers and the words it carries in an {@link EventBlock}, in this order. */
public enum EventKind {
    /** open, high, low, close, volume, quote volume, trade count, taker buy volume, taker sell volume; NaN where unknown. */
    BAR(9, 0),
    /** price, quantity, taker side (+1 buy, -1 sell, NaN unknown). */
    TRADE(3, 0),
    /** A forest that may be used from its {@code availableAt} on; its announcement is the word. */
    MODEL(0, 1),
    /** A news item or post with its score in -1..1, NaN where the scorer could not say. */
    TEXT(1, 6),
    /** What a scorer said of a text later. */
    SCORE(1, 2),
    /** A transfer of an asset on its chain, confirmed; the number is the amount in units of the asset. */
    TRANSFER(1, 7),
    /** A transfer whose block is no longer part of the chain. */
    RETRACT(0, 2),
    /** A value a source publishes at times, e.g. once a day; what it covers ends with its event time. */
    METRIC(1, 2),
    /** A feed was listened to, without a hole, for the interval that ends with the event time. */
    HEALTH(0, 1),
    /** A pair's standing at its venue changed: {@link #LISTED} or {@link #DELISTED}. */
    LISTING(0, 1),
    /** "Everything of this partition available before this instant precedes me"; the body is the record count. */
    HEARTBEAT(0, 0),
    /** Best bid and ask, 0 if nobody bids or asks. The last known of an hour, said right behind it. */
    QUOTE(2, 0),
    /** A person switches an account on again that the kill switch closed. */
    REARM(0, 4),
    /** What a venue did with an order. Its amounts are words: a double has no room for every decimal that an account must book. */
    EXECUTION(0, 7);

    public static final int OPEN = 0;
    public static final int HIGH = 1;
    public static final int LOW = 2;
    public static final int CLOSE = 3;
    public static final int VOLUME = 4;
    public static final int QUOTE_VOLUME = 5;
    public static final int COUNT = 6;
    public static final int BUY_VOLUME = 7;
    public static final int SELL_VOLUME = 8;

    public static final int PRICE = 0;
    public static final int QUANTITY = 1;
    public static final int SIDE = 2;

    public static final int BID = 0;
    public static final int ASK = 1;

    /** Word of a model: its announcement as JSON. */
    public static final int ANNOUNCEMENT = 0;

    /** Words of a text: where it was said ({@code news}, {@code reddit}, {@code x}), its id there. */
    public static final int GROUP = 0;

    public static final int TEXT_ID = 1;
    /** Base symbols of the coins it is about, with blanks between; empty if none. */
    public static final int SUBJECTS = 2;
    /** Who scored it; empty if nobody did. */
    public static final int SCORER = 3;
    /** Its words, normalised, with blanks between. */
    public static final int WORDS = 4;

    public static final int URL = 5;

    /** Words of a score: the text's id, prefixed by its group as in {@code news:17}, and who scored it. */
    public static final int SCORED_TEXT = 0;

    public static final int SCORED_BY = 1;

    /** Words of a transfer, the first two also of a retraction: e.g. {@code bitcoin}, and the id on that chain. */
    public static final int CHAIN = 0;

    public static final int TRANSFER_ID = 1;
    public static final int ASSET = 2;
    /** Entity and kind (e.g. {@code exchange}) of either side as the labels known then had it; {@link #UNKNOWN} without one. */
    public static final int FROM = 3;

    public static final int FROM_KIND = 4;
    public static final int TO = 5;
    public static final int TO_KIND = 6;

    /** Words of a metric: the asset, empty for the whole market, and the name. */
    public static final int METRIC_ASSET = 0;

    public static final int METRIC_NAME = 1;

    /** Word of a health: the group of texts or the chain that was listened to. */
    public static final int FEED = 0;

    /** Word of a listing. */
    public static final int STANDING = 0;

    public static final String LISTED = "LISTED";
    public static final String DELISTED = "DELISTED";
    public static final String UNKNOWN = "unknown";

    /** Words of a re-arming: lane and quote currency of the account, who did it, why. */
    public static final int LANE = 0;

    public static final int CURRENCY = 1;
    public static final int PERSON = 2;
    public static final int REASON = 3;

    /** Words of an execution: the order as the book named it, and what became of it. */
    public static final int ORDER_ID = 0;

    public static final int OUTCOME = 1;
    /** Of the fill at the venue; empty if the outcome is none. */
    public static final int FILL_ID = 2;
    /** Exact decimals, of an outcome that is no fill empty but for the quantity: executed of the order in all, if known. */
    public static final int EXECUTED_QUANTITY = 3;

    public static final int EXECUTED_PRICE = 4;
    public static final int EXECUTED_FEE = 5;
    /** Why, in the venue's words; empty if it gives no reason. */
    public static final int CAUSE = 6;

    private final int width;
    private final int words;

    EventKind(int width, int words) {
        this.width = width;
        this.words = words;
    }

    /** Numbers per event. */
    public int width() {
        return width;
    }

    /** Words per event. */
    public int words() {
        return words;
    }

    /** Whether it says what was traded. */
    public boolean isTraded() {
        return this == BAR || this == TRADE;
    }

    /** Whether it is said of one pair's market. */
    public boolean isOfPair() {
        return isTraded() || this == QUOTE || this == LISTING;
    }

    /** Whether it says something beside the market's prices that features are made of. */
    public boolean isFact() {
        return switch (this) {
            case TEXT, SCORE, TRANSFER, RETRACT, METRIC, HEALTH -> true;
            case BAR, TRADE, MODEL, LISTING, HEARTBEAT, QUOTE, REARM, EXECUTION -> false;
        };
    }

    /** Whether it is said to the trade book alone. */
    public boolean isForBook() {
        return this == REARM || this == EXECUTION;
    }

    /** Whether somebody hands it to the writer of events, perhaps for an instant to come. */
    public boolean isAnnounced() {
        return this == MODEL || this == REARM;
    }
}
