package org.cryptosmarttrader.book;

/** A notice that changed nothing. */
public record RefusedNotice(Notice notice, Objection objection) {}
