package org.cryptosmarttrader.prediction.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;

/**
 * Which announced models count at an instant: for each horizon, member and role the one that became available last, never
 * the one received last; of several at one instant the greatest version. Announcements are parsed once. Not thread-safe.
 */
public final class ModelsInForce {

    /**
     * The member whose forecasts are judged, of another statement than the direction the one of its name; where there is none,
     * the first by name.
     */
    private static final String LEAD = "forest";

    /** Champions before challengers, models of the direction before those of statements, leads before the others. */
    private static final Comparator<Active> ORDER = Comparator.comparing((Active active) -> !active.isChampion())
            .thenComparing(active -> !active.isOfDirection())
            .thenComparing(active -> !active.isLead())
            .thenComparing(Active::member);

    /**
     * A model in force.
     *
     * @param activatedAt instant from which it counts
     * @param announcedCard SHA-256 of the card that was announced, hexadecimal
     * @param foundCard SHA-256 of the card that came
     */
    public record Active(ModelAnnouncement announcement, long activatedAt, String announcedCard, String foundCard) {

        /** Whether its card is the one that was announced. */
        public boolean hasItsCard() {
            return foundCard.equals(announcedCard);
        }

        /** @throws TamperedModelException if its card is not the one that was announced; nothing of it is used */
        public void requireItsCard() throws TamperedModelException {
            if (!hasItsCard()) {
                throw new TamperedModelException(
                        "model %s: its card has SHA-256 %s, the one announced had %s; announce the model again with the card it was made with"
                                .formatted(announcement.address(), foundCard, announcedCard));
            }
        }

        public String modelHash() {
            return announcement.card().modelSha256();
        }

        public String member() {
            return announcement.card().member();
        }

        /** What it forecasts of the pairs: {@code up}, or another statement. */
        public String statement() {
            return announcement.card().statement();
        }

        private boolean isOfDirection() {
            return statement().equals(Statement.UP);
        }

        private boolean isLead() {
            return member().equals(isOfDirection() ? LEAD : statement());
        }

        /** Whether it reaches verdicts; a challenger only forecasts beside the champion of its name. */
        public boolean isChampion() {
            return announcement.role().equals(ModelAnnouncement.CHAMPION);
        }

        private boolean isBefore(Active other) {
            return activatedAt != other.activatedAt
                    ? activatedAt < other.activatedAt
                    : announcement
                                    .card()
                                    .version()
                                    .compareTo(other.announcement.card().version())
                            < 0;
        }
    }

    private record Seat(String horizon, String member, boolean champion) {
        static Seat of(Active active) {
            return new Seat(active.announcement().card().horizon(), active.member(), active.isChampion());
        }

        Seat ofChampion() {
            return new Seat(horizon, member, true);
        }
    }

    private final Map<String, Active> parsed = new TreeMap<>();

    /**
     * @param announced model events by key
     * @return the models in force by horizon, e.g. {@code 24h}: champions first and among them the leads, then challengers
     */
    public Map<String, List<Active>> at(long instant, Iterable<Map.Entry<String, EventBlock>> announced)
            throws IOException {
        Map<Seat, Active> seats = seats(instant, announced);
        Map<String, List<Active>> inForce = new TreeMap<>();
        seats.forEach((seat, active) -> {
            Active champion = seats.get(seat.ofChampion());
            // a challenger that was promoted is the champion
            if (active == champion || champion == null || !champion.modelHash().equals(active.modelHash())) {
                inForce.computeIfAbsent(seat.horizon(), absent -> new ArrayList<>())
                        .add(active);
            }
        });
        inForce.values().forEach(models -> models.sort(ORDER));
        return inForce;
    }

    /** Those of some models that forecast a statement, in their order. */
    public static List<Active> about(String statement, List<Active> models) {
        return models.stream()
                .filter(model -> model.statement().equals(statement))
                .toList();
    }

    /** Instants of the announcements that count at an instant or may count again. */
    public Set<Long> needed(long instant, Iterable<Map.Entry<String, EventBlock>> announced) throws IOException {
        Set<Long> needed = new TreeSet<>();
        seats(instant, announced).values().forEach(active -> needed.add(active.activatedAt()));
        return needed;
    }

    private Map<Seat, Active> seats(long instant, Iterable<Map.Entry<String, EventBlock>> announced)
            throws IOException {
        Map<Seat, Active> seats = new TreeMap<>(
                Comparator.comparing(Seat::horizon).thenComparing(Seat::member).thenComparing(Seat::champion));
        for (Map.Entry<String, EventBlock> entry : announced) {
            if (entry.getValue().availableAt(0) <= instant) {
                Active offered = active(entry);
                if (offered.announcement().hasKnownRole()) {
                    seats.merge(Seat.of(offered), offered, (one, other) -> one.isBefore(other) ? other : one);
                }
            }
        }
        return seats;
    }

    private Active active(Map.Entry<String, EventBlock> entry) throws IOException {
        Active active = parsed.get(entry.getKey());
        if (active == null) {
            EventBlock event = entry.getValue();
            active = new Active(
                    ModelAnnouncement.of(event),
                    event.availableAt(0),
                    Sha256.hex(event.payloadHash(0)),
                    Sha256.hex(ModelAnnouncement.cardHash(event)));
            parsed.put(entry.getKey(), active);
        }
        return active;
    }
}
