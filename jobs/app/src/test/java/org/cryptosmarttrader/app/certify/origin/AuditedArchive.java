package org.cryptosmarttrader.app.certify.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.app.certify.leaks.Forged;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** An archive made by import commands, and what the audit says of it as it is and as it should not be. */
final class AuditedArchive {

    private final Path folder;
    private final Marketplace market;
    private int copies;

    AuditedArchive(Path folder) {
        this.folder = folder;
        this.market = new Marketplace(folder);
    }

    /** Writes a file of lines. */
    AuditedArchive file(String name, String... lines) throws IOException {
        market.file(name, lines);
        return this;
    }

    /** Takes in all files written, as the command of these words does. */
    AuditedArchive taken(String words) {
        return taken(market.input(), words);
    }

    /** Takes in a file or folder, as the command of these words does. */
    AuditedArchive taken(Path from, String words) {
        String[] all = Stream.concat(
                        Arrays.stream(words.split(" ")),
                        Stream.of(
                                "--from",
                                from.toString(),
                                "--archive",
                                market.archive().toString()))
                .toArray(String[]::new);
        Answer answer = Answer.to(all);
        assertThat(answer.exit()).as(answer.err()).isZero();
        return this;
    }

    /** Asserts that every event is looked up in a payload of the layout, and none accused or misquoted. */
    void isClean(String layout) throws IOException {
        Origins origins = audit(market.archive());
        Certificate.Availability found = origins.report();
        assertThat(origins.misquoted()).isEmpty();
        assertThat(origins.quoted()).isEqualTo(found.events());
        assertThat(found.liars()).isEmpty();
        assertThat(found.accusedEvents()).isZero();
        assertThat(found.underived()).isEmpty();
        assertThat(found.events()).isPositive();
        assertThat(found.derived()).isEqualTo(Map.of(layout, found.events()));
    }

    /** Asserts of the event of a kind known last that it is accused a millisecond before an instant, and not at it. */
    void lastIsKnown(EventKind kind, String earliest, long row) throws IOException {
        Instant at = Instant.parse(earliest);
        assertThat(withLast(kind, at).report().liars()).isEmpty();
        Origins forged = withLast(kind, at.minusMillis(1));
        assertThat(forged.report().accusedEvents()).isEqualTo(1);
        assertThat(forged.report().liars())
                .extracting(
                        Certificate.Liar::kind,
                        Certificate.Liar::row,
                        Certificate.Liar::availableAt,
                        Certificate.Liar::earliest)
                .containsExactly(tuple(kind.name(), row, at.minusMillis(1).toString(), at.toString()));
        assertThat(forged.liars().values()).containsExactly(at.toEpochMilli());
    }

    Certificate.Availability audit() throws IOException {
        return audit(market.archive()).report();
    }

    /** What is found if the event of a kind that is known last were known at another instant. */
    Origins withLast(EventKind kind, Instant availableAt) throws IOException {
        return audit(Forged.rewritten(
                market.archive(), kind, folder.resolve("forged-" + copies++), rows -> moveLast(rows, availableAt)));
    }

    /** What is found if a number of the first event of a kind were another. */
    Origins withFirst(EventKind kind, int number, double value) throws IOException {
        return audit(Forged.rewritten(
                market.archive(),
                kind,
                folder.resolve("forged-" + copies++),
                rows -> rows.doubles(EventRows.VALUES + number)[0] = value));
    }

    private static void moveLast(RowBatch rows, Instant availableAt) {
        long[] availableAts = rows.longs(EventRows.AVAILABLE_AT);
        int last = 0;
        for (int row = 1; row < rows.rows(); row++) {
            last = availableAts[row] >= availableAts[last] ? row : last;
        }
        availableAts[last] = availableAt.toEpochMilli();
    }

    private static Origins audit(Path archive) throws IOException {
        return OriginAudit.of(Archive.open(archive), Long.MIN_VALUE, Long.MAX_VALUE, pair -> true, step -> {});
    }

    /** Lines out of one text, in which a bar separates them. */
    static String[] lines(String text) {
        return List.of(text.split("\\|")).stream().map(String::strip).toArray(String[]::new);
    }
}
