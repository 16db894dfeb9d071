package org.cryptosmarttrader.serving.dashboard;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cryptosmarttrader.serving.api.ApiServer;
import org.cryptosmarttrader.serving.api.Served;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.runs.RunsBelow;

/** The pages, and the API they ask below {@code /api}; all of it from this program. */
public final class Dashboard {

    private static final String UPLOT = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    /** Its jar lists no folders, so its files are served one by one. */
    private static final Map<String, String> UPLOT_FILES =
            Map.of("uPlot.esm.js", "text/javascript", "uPlot.min.css", "text/css");

    private static final String REPORT_MAY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private Dashboard() {}

    /** Starts a server of the pages. */
    public static HttpServer start(Served served, Listening listening) {
        return HttpServer.startPages(listening, Dashboard::files, app -> routes(app, served));
    }

    private static void files(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/dashboard";
            files.location = Location.CLASSPATH;
            files.headers.put("Cache-Control", "no-cache");
        });
    }

    private static void routes(Javalin app, Served served) {
        ApiServer.addTo(app, "/api", served);
        app.get("/reports/{run}", context -> report(served.runs(), context));
        String folder = "/META-INF/resources/webjars/uplot/%s/dist/".formatted(version());
        UPLOT_FILES.forEach((name, type) -> {
            byte[] content = resource(folder + name);
            app.get("/uplot/" + name, context -> context.contentType(type)
                    .header("Cache-Control", "max-age=86400")
                    .result(content));
        });
    }

    /** A run's own page, which needs no script: it may load nothing and run nothing, whatever is in it. */
    private static void report(RunsBelow runs, Context context) throws IOException {
        String id = context.pathParam("run");
        Optional<Path> page = id.matches(RunsBelow.ID) ? runs.run(id).flatMap(RunsBelow::page) : Optional.empty();
        if (page.isEmpty()) {
            throw Problem.notFound(
                    "no report of a run of that id below the folder of --runs; cst report --run DIR makes one");
        }
        context.header("Content-Security-Policy", REPORT_MAY)
                .header("Cache-Control", "no-cache")
                .contentType("text/html; charset=utf-8")
                .result(Files.readAllBytes(page.get()));
    }

    private static String version() {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(resource(UPLOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] resource(String name) {
        try (InputStream file = Dashboard.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is not in the program; build it again".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
