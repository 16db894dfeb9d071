package org.cryptosmarttrader.app.bench;

import java.util.List;

/**
 * Everything {@code cst bench} found.
 *
 * @param data what was read
 * @param conditions under which
 */
public record BenchReport(Machine machine, String data, String conditions, List<Measurement> measurements) {}
