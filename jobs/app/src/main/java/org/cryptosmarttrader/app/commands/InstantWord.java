package org.cryptosmarttrader.app.commands;

import java.time.Instant;
import org.cryptosmarttrader.wire.conf.Instants;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant on the command line. */
final class InstantWord implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String word) {
        return Instants.parse(word)
                .orElseThrow(() -> new TypeConversionException("'%s' is not %s".formatted(word, Instants.EXPECTED)));
    }
}
