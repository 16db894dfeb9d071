package org.cryptosmarttrader.app.commands;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.broker.Ports;
import picocli.CommandLine.Option;

/** The ports of an installation. */
public final class PortOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "of the broker (default: ${DEFAULT-VALUE})")
    private int broker = 9092;

    @Option(names = "--pages-port", paramLabel = "PORT", description = "of the pages (default: ${DEFAULT-VALUE})")
    private int pages = 5000;

    @Option(names = "--api-port", paramLabel = "PORT", description = "of the API (default: ${DEFAULT-VALUE})")
    private int api = 8001;

    @Option(names = "--metrics-port", paramLabel = "PORT", description = "of the metrics (default: ${DEFAULT-VALUE})")
    private int metrics = 8000;

    /** By option; refuses what is none. */
    SortedMap<String, Integer> all() {
        SortedMap<String, Integer> ports = new TreeMap<>();
        ports.put("--port", broker);
        ports.put("--pages-port", pages);
        ports.put("--api-port", api);
        ports.put("--metrics-port", metrics);
        ports.forEach(Ports::require);
        return ports;
    }

    int broker() {
        return broker;
    }

    int pages() {
        return pages;
    }

    int api() {
        return api;
    }

    int metrics() {
        return metrics;
    }
}
