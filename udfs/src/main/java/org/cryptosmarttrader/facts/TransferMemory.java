package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.Refusal;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The transfers of the last week and an hour, in the order they became available, with their value at the price known
 * then. Transfers within one known entity are nobody's move and not kept. Mutable; part of the state of one key.
 */
final class TransferMemory {

    /** The hour now and the 168 before it that it is compared with. */
    static final long KEPT_MILLIS = 169 * TickGrid.HOUR;

    private static final String EXCHANGE = "exchange";

    private final List<Transfer> transfers = new ArrayList<>();
    private final TreeSet<String> known = new TreeSet<>();

    /** Takes a transfer; empty if it was taken. */
    Optional<Refusal> add(EventBlock block, int event, UsdPrices prices) {
        double amount = block.value(event, 0);
        if (!(amount > 0) || Double.isInfinite(amount)) {
            return Optional.of(Refusal.BAD_FACT);
        }
        String id = id(block, event);
        if (known.contains(id)) {
            return Optional.of(Refusal.DUPLICATE);
        }
        if (!isInternal(block, event)) {
            String asset = block.word(event, EventKind.ASSET);
            long availableAt = block.availableAt(event);
            known.add(id);
            transfers.add(new Transfer(
                    id,
                    asset,
                    availableAt,
                    amount * prices.usd(asset, availableAt),
                    block.word(event, EventKind.TO_KIND).equals(EXCHANGE),
                    block.word(event, EventKind.FROM_KIND).equals(EXCHANGE),
                    block.payloadHash(event)));
        }
        return Optional.empty();
    }

    private static boolean isInternal(EventBlock block, int event) {
        String from = block.word(event, EventKind.FROM);
        return !from.equals(EventKind.UNKNOWN) && from.equals(block.word(event, EventKind.TO));
    }

    private static String id(EventBlock block, int event) {
        return block.word(event, EventKind.CHAIN) + ":" + block.word(event, EventKind.TRANSFER_ID);
    }

    /** Leaves a transfer out of every later window; empty if it was known. */
    Optional<Refusal> retract(EventBlock block, int event) {
        String id = id(block, event);
        if (!known.remove(id)) {
            return Optional.of(Refusal.UNKNOWN_FACT);
        }
        transfers.removeIf(transfer -> transfer.id().equals(id));
        return Optional.empty();
    }

    void forgetUpTo(long instant) {
        transfers.removeIf(transfer -> {
            boolean isOld = transfer.availableAt() <= instant;
            if (isOld) {
                known.remove(transfer.id());
            }
            return isOld;
        });
    }

    List<Transfer> transfers() {
        return transfers;
    }

    void payloadHashes(Consumer<byte[]> taker) {
        transfers.forEach(transfer -> taker.accept(transfer.payloadHash()));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(transfers.size());
        for (Transfer transfer : transfers) {
            transfer.write(out);
        }
    }

    static TransferMemory read(DataInput in) throws IOException {
        TransferMemory read = new TransferMemory();
        for (int left = in.readInt(); left > 0; left--) {
            Transfer transfer = Transfer.read(in);
            read.known.add(transfer.id());
            read.transfers.add(transfer);
        }
        return read;
    }
}
