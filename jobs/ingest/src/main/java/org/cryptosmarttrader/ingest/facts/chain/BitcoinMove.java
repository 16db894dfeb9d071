package org.cryptosmarttrader.ingest.facts.chain;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a transaction of Bitcoin moves, and between whom: the outputs to addresses that are not among the inputs' and not of the
 * inputs' owner (definitions E.1).
 *
 * @param amount in BTC; 0 if all goes back to the sender
 */
public record BitcoinMove(BigDecimal amount, Owner from, Owner to) {

    /**
     * An input or output that has an address.
     *
     * @param value in BTC
     */
    public record Part(String address, BigDecimal value) {}

    /** @param owners who holds an address, as far as it is known at the instant the transfer is */
    public static BitcoinMove of(List<Part> inputs, List<Part> outputs, Function<String, Owner> owners) {
        Owner from = sender(inputs, owners);
        List<Part> moved = moved(inputs, outputs, from, owners);
        BigDecimal amount = sum(moved);
        return new BitcoinMove(amount, from, receiver(moved, amount, owners));
    }

    /** Outputs that leave the sender: to no address among the inputs, and to none of the same known owner. */
    private static List<Part> moved(List<Part> inputs, List<Part> outputs, Owner from, Function<String, Owner> owners) {
        TreeSet<String> own = new TreeSet<>();
        inputs.forEach(input -> own.add(input.address()));
        return outputs.stream()
                .filter(output -> !own.contains(output.address()))
                .filter(output ->
                        !from.isKnown() || !owners.apply(output.address()).equals(from))
                .toList();
    }

    /** The owner of all inputs that have a known one; unknown if they differ. */
    private static Owner sender(List<Part> inputs, Function<String, Owner> owners) {
        List<Owner> known = inputs.stream()
                .map(input -> owners.apply(input.address()))
                .filter(Owner::isKnown)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : Owner.UNKNOWN;
    }

    /** The known owner of more than half of what moved, since a transfer has one receiver; otherwise unknown. */
    private static Owner receiver(List<Part> moved, BigDecimal amount, Function<String, Owner> owners) {
        return moved.stream()
                .map(output -> owners.apply(output.address()))
                .filter(Owner::isKnown)
                .distinct()
                .filter(owner -> sum(moved.stream()
                                        .filter(output ->
                                                owners.apply(output.address()).equals(owner))
                                        .toList())
                                .multiply(BigDecimal.valueOf(2))
                                .compareTo(amount)
                        > 0)
                .findFirst()
                .orElse(Owner.UNKNOWN);
    }

    private static BigDecimal sum(List<Part> parts) {
        return parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
