package org.cryptosmarttrader.app.commands;

import org.cryptosmarttrader.app.runs.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code cst --version} says. */
public final class VersionSource implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {Version.program()};
    }
}
