package org.cryptosmarttrader.serving.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.wire.Json;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** What Jetty refuses before it hands a request on, such as a path with coded slashes, in the form of all other refusals. */
final class ProblemPages extends ErrorHandler {

    private static final String DETAIL = "the request is not one of HTTP as this server takes it";

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(Problem.TYPE);
        response.getOutputStream().write(body(response.getStatus(), target));
        base.setHandled(true);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        return ByteBuffer.wrap(body(status, ""));
    }

    private static byte[] body(int status, String path) {
        return Json.write(Problem.of(status, "Not taken", DETAIL).body(path)).getBytes(StandardCharsets.UTF_8);
    }
}
