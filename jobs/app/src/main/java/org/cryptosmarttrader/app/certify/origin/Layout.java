package org.cryptosmarttrader.app.certify.origin;

import java.util.List;
import java.util.OptionalLong;

/** How a payload tells when something of one row was over; empty if it does not tell. */
@FunctionalInterface
interface Layout {

    /** A row of a payload. */
    interface Row {

        /** A field by its place, from 0; empty if there is none. */
        String at(int place);

        /** A field by its name; empty if there is none. */
        String named(String name);

        /** All of its fields. */
        List<String> fields();
    }

    OptionalLong earliest(Row row, Claim claim);
}
