package org.cryptosmarttrader.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What each page is on each screen: filled, without a complaint, without a request off this machine, no wider than the screen, and
 * without barriers. A picture of it is kept.
 */
public final class PageCheck {

    static final List<Look> LOOKS = List.of(
            new Look("light", 1280, 900),
            new Look("dark", 1280, 900),
            new Look("light", 390, 844),
            new Look("dark", 390, 844));

    private static final Path PICTURES = Path.of("target/screenshots");

    /** A blank page has two or three; text alone, drawn with soft edges, has dozens. */
    private static final int MOST_COLOURS_OF_A_BLANK = 8;

    private final Chromium chromium;
    private final String pages;
    private final Path pictures;

    /** A screen and a theme of the system. */
    record Look(String theme, int width, int height) {}

    /**
     * @param pages where they are, without a slash at the end
     * @param pictures folder of the pictures below {@code target/screenshots}
     */
    PageCheck(Chromium chromium, String pages, String pictures) {
        this.chromium = chromium;
        this.pages = pages;
        this.pictures = PICTURES.resolve(pictures);
    }

    /**
     * Looks at all pages of the navigation, and at the first pair's, on every screen; skips the test where there is no browser.
     *
     * @return how many were looked at
     */
    public static int ofEach(String pages, String pictures) throws IOException {
        Chromium.requireInstalled();
        try (Chromium chromium = Chromium.start()) {
            PageCheck check = new PageCheck(chromium, pages, pictures);
            check.look(LOOKS.get(0));
            check.open("#/market");
            List<String> places = new ArrayList<>(check.links("#pages a"));
            places.add(check.links("td a").get(0));
            for (Look look : LOOKS) {
                for (String place : places) {
                    check.require(place, look);
                }
            }
            return LOOKS.size() * places.size();
        }
    }

    void look(Look look) {
        chromium.look(look.width(), look.height(), look.theme());
    }

    void open(String place) {
        chromium.open(pages + "/" + place);
    }

    /** Where links of the page lead, each once. */
    List<String> links(String selector) {
        return chromium.all(selector).stream()
                .map(link -> link.getDomAttribute("href"))
                .distinct()
                .toList();
    }

    void require(String place, Look look) throws IOException {
        look(look);
        open(place);

        assertThat(chromium.text("main h1")).isNotBlank();
        assertThat(chromium.all("main .problem")).as(place).isEmpty();
        assertThat(chromium.ask("return document.documentElement.dataset.theme"))
                .isEqualTo(look.theme());
        String name = place.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        Path picture = pictures.resolve("%s-%s-%d.png".formatted(name, look.theme(), look.width()));
        assertThat(chromium.picture(picture)).as("colours").isGreaterThan(MOST_COLOURS_OF_A_BLANK);
        System.out.printf(
                "%-20s %-5s %4d: shown after %.0f ms%n",
                place, look.theme(), look.width(), chromium.shownAfterMillis());

        Chromium.Traffic traffic = chromium.traffic();
        assertThat(traffic.addresses()).isNotEmpty().allSatisfy(address -> assertThat(address)
                .startsWith(pages + "/"));
        assertThat(traffic.refused()).as(place).isEmpty();
        assertThat(chromium.complaints()).as(place).isEmpty();
        assertThat(chromium.overflow())
                .as("%s: pixels beyond the screen", place)
                .isNotPositive();
        assertThat(chromium.barriers()).as(place).isEmpty();
    }
}
