package org.cryptosmarttrader.app.oracle;

/**
 * How a column of ours compares with the oracle's over rows that both have.
 *
 * @param column name in the catalogue
 * @param compared rows in which both have a value
 * @param missing rows in which neither has
 * @param onlyOurs rows in which the oracle has none
 * @param onlyOracle rows in which we have none
 * @param distance largest |ours − oracle| over the greatest of |ours|, |oracle| and the oracle's mean |value|; 0 if nothing
 *     was compared
 */
record Agreement(String column, long compared, long missing, long onlyOurs, long onlyOracle, double distance) {

    /** Rows in which one has a value and the other not. */
    long contradicting() {
        return onlyOurs + onlyOracle;
    }
}
