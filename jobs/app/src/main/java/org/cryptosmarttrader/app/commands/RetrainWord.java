package org.cryptosmarttrader.app.commands;

import org.cryptosmarttrader.app.runs.Backtest;
import picocli.CommandLine.ITypeConverter;

/** Time from one training to the next on the command line, in milliseconds. */
final class RetrainWord implements ITypeConverter<Long> {

    static final String NEVER = "never";

    @Override
    public Long convert(String word) {
        return word.equals(NEVER) ? Backtest.NEVER : new DurationWord().convert(word);
    }
}
