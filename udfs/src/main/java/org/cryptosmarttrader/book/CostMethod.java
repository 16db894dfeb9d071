package org.cryptosmarttrader.book;

/** Which cost a sale uses up; realised plus unrealised is the same for both. */
public enum CostMethod {
    /** The oldest lots first. */
    FIFO,
    /** The mean of all lots. */
    AVERAGE
}
