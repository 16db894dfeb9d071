package org.cryptosmarttrader.app.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.broker.Ports;
import picocli.CommandLine.Option;

/** The ports of what shows a run. */
public final class ServePorts {

    @Option(names = "--pages-port", paramLabel = "PORT", description = "of the pages (default: ${DEFAULT-VALUE})")
    private int pages = 5000;

    @Option(names = "--api-port", paramLabel = "PORT", description = "of the API (default: ${DEFAULT-VALUE})")
    private int api = 8001;

    @Option(names = "--metrics-port", paramLabel = "PORT", description = "of the metrics (default: ${DEFAULT-VALUE})")
    private int metrics = 8000;

    /** By option; refuses what is none. */
    SortedMap<String, Integer> all() {
        SortedMap<String, Integer> ports = new TreeMap<>();
        ports.put("--pages-port", pages);
        ports.put("--api-port", api);
        ports.put("--metrics-port", metrics);
        ports.forEach(Ports::require);
        return ports;
    }

    /** The same words for a process of this program. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        all().forEach((option, port) -> words.addAll(List.of(option, Integer.toString(port))));
        return words;
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
