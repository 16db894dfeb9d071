package org.cryptosmarttrader.texts;

/**
 * Says how good or bad a text's news is. A scorer is a pinned artefact: the same id gives the same scores, to the bit.
 *
 * <p>See docs/glossary.md, score.
 */
public interface TextScorer {

    /** Name, version and hash of what it goes by, e.g. {@code vader-en/1/5f1c…}; stands beside every score. */
    String id();

    /**
     * @return from -1 (bad) to 1 (good), 0 for a neutral text; NaN when it cannot say: no words, or a language it does not
     *     know
     */
    double score(String text);
}
