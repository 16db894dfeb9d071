package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.FeaturesPage;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst features}: every column, its meaning, unit, memory and source. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description = "List every feature with its unit and meaning.")
public final class FeaturesCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description =
                    "write a Markdown page, with range, memory, source and availability too (default: print the list)")
    private Path page;

    @Override
    public Integer call() throws Exception {
        Configuration conf = settings.read();
        FeatureCatalog catalog = StandardFeatures.with(conf.hiddenMarkov());
        if (page == null) {
            catalog.docs().forEach(doc -> common.say("%-28s %-22s %s", doc.name(), doc.unit(), doc.meaning()));
        } else {
            Files.writeString(page, FeaturesPage.of(catalog, conf.grid()));
            common.say("%s: %d columns", page, catalog.size());
        }
        common.result(catalog.docs());
        return 0;
    }
}
