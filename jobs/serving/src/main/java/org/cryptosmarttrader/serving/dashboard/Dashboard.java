package org.cryptosmarttrader.serving.dashboard;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.cryptosmarttrader.serving.api.ApiServer;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.store.RunStore;

/** The pages, and the API they ask below {@code /api}; all of it from this program. */
public final class Dashboard {

    private static final String UPLOT = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private Dashboard() {}

    /** Starts a server of the pages. */
    public static HttpServer start(RunStore store, Growth growth, Listening listening) {
        return HttpServer.start(listening, Dashboard::files, app -> ApiServer.addTo(app, "/api", store, growth));
    }

    private static void files(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/dashboard";
            files.location = Location.CLASSPATH;
            files.headers.put("Cache-Control", "no-cache");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/uplot";
            files.directory = "/META-INF/resources/webjars/uplot/%s/dist".formatted(version());
            files.location = Location.CLASSPATH;
        });
    }

    private static String version() {
        try (InputStream file = Dashboard.class.getResourceAsStream(UPLOT)) {
            if (file == null) {
                throw new IllegalStateException("%s is not in the program; build it again".formatted(UPLOT));
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
