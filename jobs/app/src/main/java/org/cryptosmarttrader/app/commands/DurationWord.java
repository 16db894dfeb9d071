package org.cryptosmarttrader.app.commands;

import org.cryptosmarttrader.wire.conf.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line, in milliseconds. */
final class DurationWord implements ITypeConverter<Long> {

    @Override
    public Long convert(String word) {
        return Durations.parse(word)
                .filter(millis -> millis > 0)
                .orElseThrow(() ->
                        new TypeConversionException("'%s' is not a length of time such as 12h or 28d".formatted(word)));
    }
}
