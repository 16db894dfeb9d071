package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.kafka.AnnouncementSender;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.ModelFolder;

/**
 * What came before a venue in a box began, made as a user would: recorded bars imported, models trained from them. The pairs are
 * renamed to those of the box; it is load for tests, never data.
 */
final class BoxedPast {

    /** So much history do the features of training rows need. */
    private static final Duration HISTORY = Duration.ofDays(40);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path archive;
    private final Path models;

    private BoxedPast(Path archive, Path models) {
        this.archive = archive;
        this.models = models;
    }

    /**
     * What models are made of and for.
     *
     * @param rows from so long before the past's end on
     * @param horizons as {@code --horizon} takes them
     * @param calibration block held back, whatever the horizon
     */
    record Training(Duration rows, String horizons, Duration calibration) {

        /** Soon done. */
        static final Training OF_A_DAY = new Training(Duration.ofDays(35), "1h,24h", Duration.ofDays(7));
    }

    /** @param end of the past; the last hour before the box begins is left for ingest to read */
    static BoxedPast until(Instant end, Path folder, Training training) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        BoxedBars.copy(end.minus(training.rows()).minus(HISTORY).toEpochMilli(), end.toEpochMilli(), files);
        BoxedPast past = new BoxedPast(folder.resolve("past"), folder.resolve("models"));
        importKraken(files, past.archive);
        Path dataset = folder.resolve("dataset");
        take(
                "dataset",
                "--archive",
                past.archive.toString(),
                "--from",
                end.minus(training.rows()).toString(),
                "--until",
                end.plusSeconds(5).toString(),
                "--out",
                dataset.toString());
        take(
                "train",
                "--dataset",
                dataset.toString(),
                "--as-of",
                end.minus(Duration.ofHours(1)).toString(),
                "--horizon",
                training.horizons(),
                "--set",
                "horizons.training.calibration.upToADay=%dh"
                        .formatted(training.calibration().toHours()),
                "--set",
                "horizons.training.calibration.beyondADay=%dh"
                        .formatted(training.calibration().toHours()),
                "--out",
                past.models.toString());
        return past;
    }

    /** Bars in files of Kraken's layout, as a user imports them. */
    static void importKraken(Path files, Path archive) {
        take(
                "import",
                "--archive",
                archive.toString(),
                "--source",
                "kraken",
                "--format",
                "kraken-ohlcvt",
                "--from",
                files.toString());
    }

    Path archive() {
        return archive;
    }

    /** Folders of the models, a champion each. */
    List<Path> models() throws IOException {
        return ModelFolder.list(models);
    }

    /**
     * Announces every model to a running job, all at once; done when the writer of events has taken them, which needs its clock
     * to go on.
     */
    CompletableFuture<Void> announce(String bootstrap, Topics topics, Instant from) throws IOException {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (Path model : models()) {
            EventBlock event = AnnouncementArchive.event(ModelFolder.announce(model), from.toEpochMilli());
            sent.add(
                    CompletableFuture.runAsync(() -> send(bootstrap, topics, event), task -> new Thread(task).start()));
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    private static void send(String bootstrap, Topics topics, EventBlock event) {
        try (AnnouncementSender sender = new AnnouncementSender(bootstrap, topics)) {
            sender.send(event, PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(String... words) {
        Answer answer = Answer.to(words);
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
    }
}
