package org.cryptosmarttrader.ingest.facts.texts;

import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.texts.EnglishCheck;

/** What a file held. Every row read is a text, a repetition of one, a score of one taken in before, or set aside. */
final class TextCounts {

    private final Map<String, Long> counts = new TreeMap<>();
    private final EnglishCheck english;

    TextCounts(EnglishCheck english) {
        this.english = english;
        for (String name : new String[] {"rows read", "texts", "rows set aside", "rows repeated"}) {
            counts.put(name, 0L);
        }
    }

    private void count(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    void row() {
        count("rows read");
    }

    void setAside() {
        count("rows set aside");
    }

    void duplicate() {
        count("rows repeated");
    }

    void text(TextItem item, Fact fact, boolean isEdited) {
        count("texts");
        count(language(item.text()));
        count(Double.isNaN(fact.values()[0]) ? "texts unscored" : "texts scored");
        if (fact.words()[EventKind.SUBJECTS].isEmpty()) {
            count("texts without subjects");
        }
        if (isEdited) {
            count("texts edited");
        }
        if (item.isRetrievedEarly()) {
            count("texts retrieved before publication");
        }
    }

    private String language(String text) {
        return switch (english.of(text)) {
            case ENGLISH -> "texts in English";
            case OTHER -> "texts in another language";
            case UNKNOWN -> "texts whose language does not show";
        };
    }

    void laterScore() {
        count("scores later");
    }

    void onlyScore() {
        count("rows of scores only");
    }

    Map<String, Long> byName() {
        return counts;
    }
}
