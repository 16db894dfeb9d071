package org.cryptosmarttrader.serving.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account that traded two pairs for a year, gained a tenth with even sales in every month, and gives no rule cause for a word. A
 * test changes what it is about.
 */
final class EvidenceScene {

    double days = 365;
    long staleTicks;
    double end = 11_000;
    double unrealised = 100;
    boolean stopped;
    Evidence.Trading trading = new Evidence.Trading(200, 4, 2, 200, 20, 150, 50, 100);
    Evidence.Figures figures = new Evidence.Figures(1.2, -0.1, 0.4, 20, 0.97, 0.1, 0.05);
    List<Evidence.Sale> sales = new ArrayList<>();
    SortedMap<String, Long> limits = new TreeMap<>();
    List<String> pairs = List.of("BTC/USD", "ETH/USD");
    SortedMap<String, Evidence.Judged> horizons = new TreeMap<>();

    final List<Otherwise> otherwise = new ArrayList<>();

    /** Eight sales a month of 10 each, two of them at a loss of 5, on both pairs by turns. */
    EvidenceScene() {
        for (int month = 1; month <= 12; month++) {
            for (int number = 0; number < 8; number++) {
                sell(
                        number % 2 == 0 ? "BTC/USD" : "ETH/USD",
                        "2021-%02d-%02d".formatted(month, 1 + 3 * number),
                        number < 2 ? -5 : 10);
            }
        }
        horizons.put("24h", new Evidence.Judged(0.01, 0.8, 0.85, 300));
    }

    EvidenceScene sell(String pair, String day, double profit) {
        sales.add(new Evidence.Sale(pair, day, BigDecimal.valueOf(profit)));
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                days,
                8_760,
                staleTicks,
                10_000,
                end,
                unrealised,
                stopped,
                trading,
                figures,
                sales,
                limits,
                pairs,
                horizons,
                otherwise);
    }

    /** Names of the rules that have something to say. */
    List<String> rules() {
        return FindingRules.look(evidence()).stream().map(Finding::rule).toList();
    }

    /** What one of them says. */
    String says(String rule) {
        return FindingRules.look(evidence()).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::says)
                .findFirst()
                .orElse("nothing");
    }
}
