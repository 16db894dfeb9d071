package org.cryptosmarttrader.statements;

import java.math.BigDecimal;
import java.util.List;

/**
 * That a return is larger than some standard deviations, up or down: |scaled return| > k. The standard deviation is the
 * volatility known at the decision over the horizon, as labels are scaled.
 *
 * @param sigmas k, above 0, at most 10, with two decimals at most
 */
public record Beyond(double sigmas) implements Statement {

    /** A name as it may be written, the shortest way. */
    static final String FORM = "beyond_(0|[1-9][0-9]?)([.][0-9]?[1-9])?";

    private static final String PREFIX = "beyond_";
    private static final double MOST = 10;

    /** @throws IllegalArgumentException if {@code sigmas} is not above 0, or above 10 */
    public Beyond {
        if (!(sigmas > 0 && sigmas <= MOST)) {
            throw new IllegalArgumentException(
                    "statement beyond: %s standard deviations, expected a number above 0 up to 10".formatted(sigmas));
        }
    }

    static Beyond parse(String name) {
        return new Beyond(Double.parseDouble(name.substring(PREFIX.length())));
    }

    @Override
    public String name() {
        return PREFIX + number();
    }

    private String number() {
        return BigDecimal.valueOf(sigmas).stripTrailingZeros().toPlainString();
    }

    @Override
    public String meaning() {
        return "the return is larger than %s standard deviation%s, up or down"
                .formatted(number(), sigmas == 1 ? "" : "s");
    }

    @Override
    public List<Answer> answers(List<RealisedReturn> outcomes) {
        return outcomes.stream().map(this::answer).toList();
    }

    private Answer answer(RealisedReturn outcome) {
        double size = Math.abs(outcome.scaled());
        return Double.isNaN(size) ? Answer.MISSING : Answer.of(size > sigmas, size);
    }
}
