package org.cryptosmarttrader.serving.http;

/** Why a request is not answered, in the form of RFC 9457. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Media type of a problem. */
    public static final String TYPE = "application/problem+json";

    private final int status;
    private final String title;

    /**
     * What is sent.
     *
     * @param instance path of the request
     */
    public record Body(String type, String title, int status, String detail, String instance) {}

    private Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** @param detail what was wrong, and what is expected */
    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    /** @param status of HTTP, e.g. 403 */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail);
    }

    public int status() {
        return status;
    }

    public Body body(String instance) {
        return new Body("about:blank", title, status, getMessage(), instance);
    }
}
