package org.cryptosmarttrader.texts;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** English words that say nothing themselves but change what the words behind them say. From the VADER of 2014. */
final class Modifiers {

    /** Mean change of rated intensity by an adverb of degree. Hutto and Gilbert 2014. */
    private static final double DEGREE = 0.293;

    private static final SortedSet<String> STRONGER = words("""
            absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely especially
            exceptionally extremely fabulously flipping flippin fricking frickin frigging friggin fully fucking greatly
            hella highly hugely incredibly intensely majorly more most particularly purely quite really remarkably so
            substantially thoroughly totally tremendously uber unbelievably unusually utterly very
            """);

    private static final SortedSet<String> WEAKER = words("""
            almost barely hardly kinda kindof kind-of less little marginally occasionally partly scarcely slightly somewhat
            sorta sortof sort-of
            """);

    private static final SortedSet<String> NEGATIONS = words("""
            aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt neither
            never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh uh-uh wasnt werent without wont wouldnt
            rarely seldom despite
            """);

    private Modifiers() {}

    private static SortedSet<String> words(String text) {
        return Collections.unmodifiableSortedSet(
                new TreeSet<>(List.of(text.trim().split("\\s+"))));
    }

    /** By how much a word makes what follows stronger, negative: weaker; 0 if it does neither. */
    static double degree(String lowerCase) {
        if (STRONGER.contains(lowerCase)) {
            return DEGREE;
        }
        return WEAKER.contains(lowerCase) ? -DEGREE : 0;
    }

    static boolean isNegation(String lowerCase) {
        return NEGATIONS.contains(lowerCase) || lowerCase.endsWith("n't");
    }
}
