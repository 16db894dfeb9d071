package org.cryptosmarttrader.serving.plot;

import java.util.ArrayDeque;
import java.util.Deque;

/** Markup grown element by element: always well-formed, text and attributes escaped. Not thread-safe. */
public final class Markup {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    public Markup open(String element, String... attributes) {
        begin(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    public Markup empty(String element, String... attributes) {
        begin(element, attributes);
        text.append(" />");
        return this;
    }

    /** An element that holds text. */
    public Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    public Markup text(String content) {
        text.append(escape(content));
        return this;
    }

    /** A drawing made by one of the plots. */
    public Markup drawing(String svg) {
        text.append(svg);
        return this;
    }

    /** A new line, for people who read the source. */
    public Markup line() {
        text.append('\n');
        return this;
    }

    private void begin(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escape(attributes[i + 1])).append('"');
        }
    }

    private static String escape(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** @throws IllegalStateException if an element is still open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("markup: element '%s' was not closed".formatted(open.peek()));
        }
        return text.toString();
    }
}
