package org.cryptosmarttrader.serving.api;

import java.util.Map;

/** What a request gave, by parameter. */
final class Arguments {

    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Null if it was not given. */
    String text(Parameter parameter) {
        return (String) values.get(parameter.name());
    }

    long millis(Parameter parameter, long otherwise) {
        return (Long) values.getOrDefault(parameter.name(), otherwise);
    }

    int number(Parameter parameter, int otherwise) {
        return (Integer) values.getOrDefault(parameter.name(), otherwise);
    }
}
