/** The commands: words in, a run, a summary out. Exit 0 is done, 1 refused or a check failed, 2 wrong use. */
package org.cryptosmarttrader.app.commands;
