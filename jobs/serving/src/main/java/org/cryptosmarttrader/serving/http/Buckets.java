package org.cryptosmarttrader.serving.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often one address may ask: so many requests at once, then so many a second. Safe for use by many threads. */
final class Buckets {

    /** More addresses than that are forgotten, the longest unheard first. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final double NANOS_A_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** @param nanos a clock that only runs forward */
    Buckets(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** @return seconds to wait; 0 if the request may be answered */
    synchronized double take(String address) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(address, absent -> full(now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / NANOS_A_SECOND * perSecond);
        bucket.at = now;
        if (bucket.tokens < 1) {
            return (1 - bucket.tokens) / perSecond;
        }
        bucket.tokens--;
        return 0;
    }

    private Bucket full(long now) {
        Bucket bucket = new Bucket();
        bucket.tokens = burst;
        bucket.at = now;
        return bucket;
    }
}
