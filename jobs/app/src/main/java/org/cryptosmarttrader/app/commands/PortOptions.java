package org.cryptosmarttrader.app.commands;

import java.util.SortedMap;
import org.cryptosmarttrader.app.broker.Ports;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ports of an installation. */
public final class PortOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "of the broker (default: ${DEFAULT-VALUE})")
    private int broker = 9092;

    @Mixin
    private ServePorts serve;

    /** By option; refuses what is none. */
    SortedMap<String, Integer> all() {
        SortedMap<String, Integer> ports = serve.all();
        Ports.require("--port", broker);
        ports.put("--port", broker);
        return ports;
    }

    int broker() {
        return broker;
    }

    ServePorts serve() {
        return serve;
    }
}
