package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is held of one pair.
 *
 * @param lots oldest first; a single one under average cost
 */
record Position(List<Lot> lots) {

    static final Position NONE = new Position(List.of());

    Position {
        lots = List.copyOf(lots);
    }

    /**
     * What a sale leaves.
     *
     * @param rest still held
     * @param cost of what was sold
     */
    record Sale(Position rest, BigDecimal cost) {}

    boolean isEmpty() {
        return lots.isEmpty();
    }

    BigDecimal quantity() {
        return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal cost() {
        return lots.stream().map(Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Position with(Lot bought, CostMethod method) {
        if (method == CostMethod.AVERAGE) {
            Lot all = new Lot(quantity().add(bought.quantity()), cost().add(bought.cost()));
            return new Position(List.of(all));
        }
        List<Lot> more = new ArrayList<>(lots);
        more.add(bought);
        return new Position(more);
    }

    /** Takes a quantity out, oldest lots first. */
    Sale sell(BigDecimal quantity) {
        List<Lot> rest = new ArrayList<>();
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal left = quantity;
        for (Lot lot : lots) {
            BigDecimal part = lot.quantity().min(left);
            cost = cost.add(lot.costOf(part));
            left = left.subtract(part);
            if (part.compareTo(lot.quantity()) < 0) {
                rest.add(lot.without(part));
            }
        }
        return new Sale(new Position(rest), cost);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lots.size());
        for (Lot lot : lots) {
            Decimals.write(out, lot.quantity());
            Decimals.write(out, lot.cost());
        }
    }

    static Position read(DataInput in) throws IOException {
        List<Lot> lots = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lots.add(new Lot(Decimals.read(in), Decimals.read(in)));
        }
        return new Position(lots);
    }
}
