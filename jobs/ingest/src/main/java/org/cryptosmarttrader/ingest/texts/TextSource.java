package org.cryptosmarttrader.ingest.texts;

import java.util.List;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;

/** A source of texts that can be read backwards, newest first. */
interface TextSource {

    /**
     * What a reply said.
     *
     * @param faults items that could not be taken, each by its place and field
     */
    record Page(Reply reply, List<LiveText> texts, List<String> faults) {}

    /** Takes pages as they come. */
    interface Taker {
        void page(Page page);
    }

    /**
     * How a reading ended.
     *
     * @param newest what the source wants to be reminded of next time; empty if nothing
     * @param hole why not everything since the last time was read; empty if it was
     */
    record Walked(String newest, String hole) {}

    String id();

    /** {@code news}, {@code reddit} or {@code x}. */
    String group();

    /**
     * Reads from now back to where it was read before.
     *
     * @param last how far it was read
     * @param now beginning of this poll, epoch milliseconds
     * @throws SourceException if it could not be read so far: the same is to be tried again
     */
    Walked walk(Progress last, long now, Taker taker) throws SourceException, InterruptedException;

    SourceHealth.Snapshot health();
}
