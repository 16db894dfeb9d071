package org.cryptosmarttrader.serving.api;

import org.cryptosmarttrader.serving.store.Sql;

/** What an endpoint answers. */
sealed interface Answer {

    /** Rows, a page of them at a time, in the order of the statement. */
    record Rows(Sql sql) implements Answer {}

    /** One object, as JSON says it. */
    record Document(Object json) implements Answer {}
}
