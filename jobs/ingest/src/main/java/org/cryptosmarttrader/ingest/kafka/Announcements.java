package org.cryptosmarttrader.ingest.kafka;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;

/** Models and re-armings that others hand to the writer of events: the topic of events has one writer, who promises. */
@FunctionalInterface
public interface Announcements {

    /** Nobody announces anything. */
    Announcements NONE = List::of;

    /**
     * Those that came since it was asked last, without waiting.
     *
     * @throws IOException if what came is no announcement
     */
    List<EventBlock> poll() throws IOException;
}
