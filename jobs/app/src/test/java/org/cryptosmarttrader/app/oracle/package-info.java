/**
 * Features beside sources independent of them. What a window of SQL can say is said again by DuckDB, from the files of the
 * archive and the definitions alone, and compared with what the graph wrote; every column of the catalogue names its oracle.
 */
package org.cryptosmarttrader.app.oracle;
