package org.cryptosmarttrader.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.time.TickGrid;

/** The page for analysts about every column, in Markdown; made of the catalogue alone. */
public final class FeaturesPage {

    private FeaturesPage() {}

    /** @param grid of the ticks the fingerprint is stated for */
    public static String of(FeatureCatalog catalog, TickGrid grid) {
        List<String> lines = new ArrayList<>();
        Map<String, List<FeatureDoc>> groups = new LinkedHashMap<>();
        catalog.docs().forEach(doc -> groups.computeIfAbsent(doc.group(), absent -> new ArrayList<>())
                .add(doc));
        lines.add("# Features");
        lines.add("");
        lines.add("Written by `cst features --page docs/features.md`; do not edit.");
        lines.add("");
        lines.add(
                ("%d columns in %d groups, in training sets and live rows alike. Fingerprint with ticks of %d min: `%s`.")
                        .formatted(
                                catalog.size(),
                                groups.size(),
                                grid.intervalMillis() / TickGrid.MINUTE,
                                catalog.fingerprint(grid)));
        lines.add("Windows and lags count bars. Missing is NaN; nothing is carried forward but what says so.");
        addGapClasses(lines);
        groups.forEach((group, docs) -> addGroup(group, docs, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void addGapClasses(List<String> lines) {
        lines.add("");
        lines.add("| gap class | absent bars |");
        lines.add("|---|---|");
        for (GapClass gapClass : GapClass.values()) {
            lines.add("| %s | %s |".formatted(gapClass, gapClass.meaning()));
        }
    }

    private static void addGroup(String group, List<FeatureDoc> docs, List<String> lines) {
        lines.add("");
        lines.add("## " + group);
        docs.stream()
                .map(doc -> "- %s: %s.".formatted(doc.source(), doc.availability()))
                .distinct()
                .forEach(line -> {
                    if (lines.get(lines.size() - 1).startsWith("## ")) {
                        lines.add("");
                    }
                    lines.add(line);
                });
        lines.add("");
        lines.add("| column | meaning; source | unit | range | of | memory | gap class |");
        lines.add("|---|---|---|---|---|---|---|");
        for (FeatureDoc doc : docs) {
            lines.add("| `%s` | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            doc.name(),
                            doc.meaning().replace("|", "\\|"),
                            doc.unit(),
                            doc.range(),
                            doc.source(),
                            doc.memory(),
                            doc.gapClass()));
        }
    }
}
