package org.cryptosmarttrader.serving.api;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as JSON has them: instants as ISO text in UTC, numbers that are not finite as null. */
final class Plain {

    private Plain() {}

    static Object of(Object value) {
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, inside) -> plain.put(String.valueOf(key), of(inside)));
            return plain;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Plain::of).toList();
        }
        return value;
    }
}
