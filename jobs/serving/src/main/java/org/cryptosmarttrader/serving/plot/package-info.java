/**
 * Plots as SVG inside a page: no script, no network, no fixed colour. Every mark carries a class that the page's style
 * sheet colours for light and dark, and a title that browsers show when the pointer rests on it. Well-formed XML.
 */
package org.cryptosmarttrader.serving.plot;
