/** The rows of a run as tables for other programs. An export belongs to no dataset: no root changes with it. */
package org.cryptosmarttrader.serving.export;
