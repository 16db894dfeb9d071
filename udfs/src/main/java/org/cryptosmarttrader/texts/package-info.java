/**
 * What a text says of which coin: its words, whether it says something new, its language, its subjects and its score. Pure
 * functions of the text, of the instant it was published and of a dictionary or lexicon that is handed in, whose hash is
 * named beside every result. What cannot be said is missing: no coin, an unknown language, a score of NaN; a neutral text
 * has the score 0, which is something else.
 */
package org.cryptosmarttrader.texts;
