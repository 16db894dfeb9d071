package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;

/**
 * What a venue did with an order. A writer reports all fills of an order before its end. Amounts are in the pair's quote
 * currency.
 *
 * @param orderId as the book named it
 * @param fillId of the fill at the venue, the same however often it is reported; empty if the outcome is none
 * @param quantity of a fill, above 0; of an end what was executed of the order in all, null if the venue does not say
 * @param price of a fill, above 0; of an end null
 * @param fee of a fill, at least 0; of an end null
 * @param cause in the venue's words, empty if it gives none
 */
public record Execution(
        String orderId,
        Outcome outcome,
        String fillId,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        String cause) {

    /** What a venue says of an order. */
    public enum Outcome {
        /** A part of it, or all, was executed. */
        FILL,
        /** It was taken back; what is not filled is never executed. */
        CANCELLED,
        /** It was not accepted, or its rest was not; what is not filled is never executed. */
        REJECTED
    }

    /** Digits and an exponent no venue states; beyond them a decimal is an attack, not an amount. */
    private static final int MOST_CHARACTERS = 40;

    /** @throws IllegalArgumentException naming the first component that does not fit the outcome */
    public Execution {
        require(!orderId.isBlank(), orderId, "order id", orderId, "the id the book gave it");
        if (outcome == Outcome.FILL) {
            require(!fillId.isBlank(), orderId, "fill id", fillId, "the venue's, so that it counts once");
            require(quantity != null && quantity.signum() > 0, orderId, "quantity", quantity, "above 0");
            require(price != null && price.signum() > 0, orderId, "price", price, "above 0");
            // no rebate is ever credited, definitions I.6
            require(fee != null && fee.signum() >= 0, orderId, "fee", fee, "at least 0");
        } else {
            require(quantity == null || quantity.signum() >= 0, orderId, "quantity", quantity, "at least 0, or none");
        }
    }

    private static void require(boolean fits, String orderId, String what, Object found, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "execution of order '%s': %s is '%s', expected %s".formatted(orderId, what, found, expected));
        }
    }

    /** A fill. */
    public static Execution fill(String orderId, String fillId, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
        return new Execution(orderId, Outcome.FILL, fillId, quantity, price, fee, "");
    }

    /**
     * The end of an order that is not filled, or not to its end.
     *
     * @param executed in all, null if unknown
     */
    public static Execution end(String orderId, Outcome outcome, BigDecimal executed, String cause) {
        return new Execution(orderId, outcome, "", executed, null, null, cause);
    }

    boolean isFill() {
        return outcome == Outcome.FILL;
    }

    /** The words of its event. */
    public String[] words() {
        return new String[] {orderId, outcome.name(), fillId, plain(quantity), plain(price), plain(fee), cause};
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString();
    }

    /**
     * @param words of an event of {@link EventKind#EXECUTION}
     * @throws IllegalArgumentException if they are no execution
     */
    static Execution of(List<String> words) {
        String orderId = words.get(EventKind.ORDER_ID);
        return new Execution(
                orderId,
                outcome(orderId, words.get(EventKind.OUTCOME)),
                words.get(EventKind.FILL_ID),
                amount(orderId, "quantity", words.get(EventKind.EXECUTED_QUANTITY)),
                amount(orderId, "price", words.get(EventKind.EXECUTED_PRICE)),
                amount(orderId, "fee", words.get(EventKind.EXECUTED_FEE)),
                words.get(EventKind.CAUSE));
    }

    private static Outcome outcome(String orderId, String name) {
        return Arrays.stream(Outcome.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("execution of order '%s': outcome is '%s', expected one of %s"
                                .formatted(orderId, name, List.of(Outcome.values()))));
    }

    private static BigDecimal amount(String orderId, String what, String word) {
        if (word.isEmpty()) {
            return null;
        }
        require(
                word.length() <= MOST_CHARACTERS && word.matches("-?[0-9]+(\\.[0-9]+)?"),
                orderId,
                what,
                word,
                "a decimal such as 0.00015");
        return new BigDecimal(word);
    }
}
