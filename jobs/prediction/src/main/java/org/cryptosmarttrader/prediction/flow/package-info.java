/**
 * What flows between the stages, and how it becomes bytes: one hand-written codec per message, one serializer for all.
 * Generic serialization is switched off, so a message without a codec is noticed when the job starts.
 */
package org.cryptosmarttrader.prediction.flow;
