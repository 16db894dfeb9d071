/**
 * News and posts out of recorded files. A form says how a file's rows say texts, one class each; what makes a text known,
 * scored and told from others is the same for all. A text that was given no score is scored here; a score that came with it
 * is kept as it came, and one that came later is an event of its own.
 */
package org.cryptosmarttrader.ingest.facts.texts;
