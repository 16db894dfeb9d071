package org.cryptosmarttrader.serving.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers given lately, by their tags: who asks the same of a run that has not grown waits for no statement. Those longest unasked
 * for make room. Safe for use by many threads.
 */
final class Answers {

    private final long mostBytes;
    private final Map<String, byte[]> byTag = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Answers(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<byte[]> of(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    synchronized void keep(String tag, byte[] answer) {
        byte[] before = byTag.put(tag, answer);
        bytes += answer.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = byTag.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
