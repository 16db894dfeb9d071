package org.cryptosmarttrader.features;

import java.io.Serializable;

/**
 * What a reader should know of a column, whatever kind of feature fills it. The page for analysts, the metadata of the files
 * and the catalogue's fingerprint are made of this alone.
 */
public interface Described extends Serializable {

    /** Column name, unique in the catalogue: the textbook term and its windows, e.g. {@code rv_cc_24}. */
    String name();

    /** Unit of the value, e.g. {@code log return} or {@code per sqrt(bar)}. */
    String unit();

    /** Values it can take where it is not missing. */
    default Range range() {
        return Range.ANY;
    }

    /** What the value says, in one sentence with its source behind a semicolon; becomes the column's description. */
    String meaning();

    GapClass gapClass();

    /** How many newest bars the value depends on, the one decided on included; 0 if on none. */
    int memoryBars();

    /** How many hours before the decision instant the value depends on what is no bar; 0 if on nothing else. */
    default int memoryHours() {
        return 0;
    }

    /** What it is computed from, e.g. {@code bars}, {@code bars of BTC} or {@code clock}. */
    default String source() {
        return "bars";
    }

    /** When what it is computed from may be used, in one sentence. */
    default String availability() {
        return "a bar counts from its end plus the grace on, a later correction from its own arrival on";
    }

    /** Settings the value depends on that its name does not tell; forests and datasets must agree on them. */
    default String parameters() {
        return "";
    }

    /** The class that says how the value is computed, also where another takes it of a reference or the market. */
    default Class<?> formula() {
        return getClass();
    }

    /** Columns that come and go together, e.g. {@code price}: the package of the feature. */
    default String group() {
        String name = getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
