/** What a run wrote as views for DuckDB, for analysts who ask it with tools of their own. */
package org.cryptosmarttrader.serving.views;
