package org.cryptosmarttrader.ingest.facts.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.cryptosmarttrader.ingest.facts.AnyFacts;
import org.cryptosmarttrader.texts.EnglishCheck;
import org.cryptosmarttrader.texts.TextScorer;
import org.cryptosmarttrader.wire.texts.TextScorers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of texts, whatever it is")
class TextFilesFuzzTest {

    private static final TextScorer SCORER = TextScorers.lexicon();
    private static final EnglishCheck ENGLISH = TextScorers.english();

    @TempDir
    static Path folder;

    @FuzzTest
    void holds_possible_texts_or_is_refused_by_name_in_every_form(byte[] bytes) throws IOException {
        for (String format : TextSettings.FORMATS) {
            boolean isOwn = format.equals(OwnForm.CSV) || format.equals(OwnForm.JSON_LINES);
            TextSettings settings = TextScene.settings(format, "wire", isOwn ? "news" : "", null);
            AnyFacts.read(new TextLayout(settings, SCORER, ENGLISH), folder.resolve("a.csv"), bytes);
        }
    }
}
