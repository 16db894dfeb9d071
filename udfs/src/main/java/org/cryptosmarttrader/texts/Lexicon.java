package org.cryptosmarttrader.texts;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Words and emoticons with their valence: how good or bad people found each on its own, -4 to 4. Immutable. */
final class Lexicon {

    private final SortedMap<String, Double> valences = new TreeMap<>();

    /**
     * @param lines a word or emoticon, a tab, a valence; lines without a tab are comments
     * @throws IllegalArgumentException if a valence is no number from -4 to 4, or there is no word at all
     */
    Lexicon(List<String> lines) {
        lines.stream().filter(line -> line.indexOf('\t') > 0).forEach(this::add);
        if (valences.isEmpty()) {
            throw new IllegalArgumentException("lexicon: no words; expected lines of a word, a tab and a valence");
        }
    }

    private void add(String line) {
        int tab = line.indexOf('\t');
        String valence = line.substring(tab + 1);
        if (!valence.matches("-?[0-4](\\.\\d+)?") || Math.abs(Double.parseDouble(valence)) > 4) {
            throw new IllegalArgumentException("lexicon: '%s' has valence '%s', expected a number from -4 to 4"
                    .formatted(line.substring(0, tab), valence));
        }
        valences.put(line.substring(0, tab), Double.parseDouble(valence));
    }

    boolean has(String lowerCase) {
        return valences.containsKey(lowerCase);
    }

    /** 0 if the word is unknown: it says nothing. */
    double valence(String lowerCase) {
        return valences.getOrDefault(lowerCase, 0.0);
    }
}
