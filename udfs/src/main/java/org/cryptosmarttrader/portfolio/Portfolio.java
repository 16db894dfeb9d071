package org.cryptosmarttrader.portfolio;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cryptosmarttrader.domain.Horizon;

/**
 * Divides equity among the positions that are wanted. Each gets its share by an {@link Allocation}, all of them are scaled down
 * to the target volatility, and none gets more than its own forecast allows. A position that stays is moved only as far as
 * moving it pays. If shares cannot be had, positions stay, and the division says why.
 *
 * <p>Pure: the same candidates and closes give the same weights.
 *
 * @param allocation null to give each what it wants
 */
public record Portfolio(Allocation allocation, PortfolioSettings settings) implements Serializable {

    /** Those held come first, then those wanted most. */
    private static final Comparator<Candidate> FIRST = Comparator.<Candidate, Boolean>comparing(
                    candidate -> candidate.held() <= 0)
            .thenComparing(Candidate::wanted, Comparator.reverseOrder())
            .thenComparing(Candidate::asset);

    /**
     * Shares by asset and what they rest on.
     *
     * @param barHours hours of a bar
     */
    record Shares(List<String> assets, double[] weights, Covariance covariance, double barHours) {}

    /**
     * @param candidates at most one of an asset
     * @param barHours hours from bar to bar of the closes
     */
    public Division divide(List<Candidate> candidates, CloseHistory closes, double barHours) {
        List<Candidate> chosen =
                candidates.stream().sorted(FIRST).limit(settings.maxAssets()).toList();
        List<String> assets = chosen.stream().map(Candidate::asset).toList();
        CommonReturns common = CommonReturns.of(assets, closes, settings.minimumReturns());
        if (common.assets().isEmpty()) {
            return unknown(candidates, chosen);
        }
        Covariance covariance = Covariance.ofReturns(common.rows());
        SortedMap<String, Integer> groups = Groups.of(common.assets(), covariance, settings.similar());
        if (allocation == null) {
            return new Division(asWanted(candidates, chosen), groups, null);
        }
        try {
            Shares shares = new Shares(common.assets(), allocation.weights(covariance), covariance, barHours);
            return new Division(divided(candidates, shares), groups, null);
        } catch (NoAllocationException e) {
            return new Division(asHeld(candidates), groups, e.getMessage());
        }
    }

    private Division unknown(List<Candidate> candidates, List<Candidate> chosen) {
        if (allocation == null || candidates.isEmpty()) {
            return new Division(asWanted(candidates, chosen), new TreeMap<>(), null);
        }
        String reason = "%s: none of %d assets has %d returns among the last %d bars"
                .formatted(allocation.name(), chosen.size(), settings.minimumReturns(), CloseHistory.RETURNS);
        return new Division(asHeld(candidates), new TreeMap<>(), reason);
    }

    private static SortedMap<String, Double> asHeld(List<Candidate> candidates) {
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::asset, Candidate::held, (one, other) -> one, TreeMap::new));
    }

    private static SortedMap<String, Double> asWanted(List<Candidate> candidates, List<Candidate> chosen) {
        TreeMap<String, Double> weights = new TreeMap<>();
        candidates.forEach(candidate -> weights.put(candidate.asset(), keptAtMost(candidate)));
        chosen.forEach(candidate -> weights.put(candidate.asset(), candidate.wanted()));
        return weights;
    }

    /** What has no share is not added to. */
    private static double keptAtMost(Candidate candidate) {
        return Math.min(candidate.held(), candidate.wanted());
    }

    private SortedMap<String, Double> divided(List<Candidate> candidates, Shares shares) {
        double scale = Math.min(1, settings.targetVolatility() / volatility(shares));
        TreeMap<String, Double> weights = new TreeMap<>();
        for (Candidate candidate : candidates) {
            int asset = shares.assets().indexOf(candidate.asset());
            double weight = asset < 0
                    ? keptAtMost(candidate)
                    : moved(candidate, scale * shares.weights()[asset], hourlyVariance(shares, asset));
            weights.put(candidate.asset(), weight);
        }
        return weights;
    }

    /** Of the shares as they are, per year. */
    private static double volatility(Shares shares) {
        double variance = 0;
        for (int first = 0; first < shares.weights().length; first++) {
            for (int second = 0; second < shares.weights().length; second++) {
                variance += shares.weights()[first]
                        * shares.weights()[second]
                        * shares.covariance().of(first, second);
            }
        }
        return Math.sqrt(variance / shares.barHours() * Horizon.HOURS_PER_YEAR);
    }

    private static double hourlyVariance(Shares shares, int asset) {
        return shares.covariance().variance(asset) / shares.barHours();
    }

    /**
     * The weight that is best if moving costs: of {@code ½ a σ² T (w - share)² + cost |w - held|} the least. A new position is
     * bought whole, since its forecast has paid for its costs.
     */
    private double moved(Candidate candidate, double share, double hourlyVariance) {
        double target = Math.min(share, candidate.wanted());
        if (!(candidate.held() > 0)) {
            return target;
        }
        double slack = candidate.cost() / (settings.riskAversion() * hourlyVariance * settings.paybackHours());
        double change = target - candidate.held();
        double least = Math.max(0, Math.abs(change) - slack);
        return candidate.held() + Math.signum(change) * least;
    }
}
