package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.plot.Markup;

/** The style sheet inside the page, and the policy that lets nothing else in. */
final class ReportStyle {

    private ReportStyle() {}

    /** Begins a page, up to the end of its head. */
    static void head(Markup page, String title) {
        page.open("html", "lang", "en");
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title);
        page.element("style", css()).close().line();
    }

    static String css() {
        try (InputStream in = ReportStyle.class.getResourceAsStream("report.css")) {
            // quotes and angles would need escaping inside an element, so the sheet has none
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content security policy: this style sheet by its hash, no script, no request to anywhere. */
    static String policy() {
        byte[] hash = Sha256.of(css().getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(Base64.getEncoder().encodeToString(hash));
    }
}
