package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** When a feed was listened to: spans without overlap, in order. Mutable; part of the state of one key. */
final class ListenedSpans {

    private record Span(long from, long until) {}

    private final List<Span> spans = new ArrayList<>();

    /** Adds {@code [from, until)}; spans that touch become one. */
    void add(long from, long until) {
        long start = from;
        long end = until;
        int at = 0;
        while (at < spans.size() && spans.get(at).until < start) {
            at++;
        }
        while (at < spans.size() && spans.get(at).from <= end) {
            start = Math.min(start, spans.get(at).from);
            end = Math.max(end, spans.get(at).until);
            spans.remove(at);
        }
        spans.add(at, new Span(start, end));
    }

    boolean cover(long from, long until) {
        for (Span span : spans) {
            if (span.from <= from && span.until >= until) {
                return true;
            }
        }
        return false;
    }

    void forgetBefore(long instant) {
        spans.removeIf(span -> span.until <= instant);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(spans.size());
        for (Span span : spans) {
            out.writeLong(span.from);
            out.writeLong(span.until);
        }
    }

    static ListenedSpans read(DataInput in) throws IOException {
        ListenedSpans read = new ListenedSpans();
        for (int left = in.readInt(); left > 0; left--) {
            read.spans.add(new Span(in.readLong(), in.readLong()));
        }
        return read;
    }
}
