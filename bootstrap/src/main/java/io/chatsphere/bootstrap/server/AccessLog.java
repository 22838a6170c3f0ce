package io.chatsphere.bootstrap.server;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line on each request, live connections included when they begin: who, what, how it ended, how long it took. Neither
 * query nor headers are written, since tokens travel there.
 */
public final class AccessLog implements RequestLog {
    /** The name of the log. */
    public static final String LOGGER = "chatsphere.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int MAX_PATH = 500;

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String path = request.getHttpURI().getCanonicalPath();
        String requestId = response.getHeaders().get("X-Request-ID");
        LOG.info(
                "{} {} {} {} {}B {}ms {}",
                Request.getRemoteAddr(request),
                request.getMethod(),
                printable(path),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()).toMillis(),
                requestId == null ? "-" : requestId);
    }

    /** A path is what a stranger sent: one word, and not without end. */
    private static String printable(String path) {
        String text = path == null ? "-" : path;
        String bounded = text.length() > MAX_PATH ? text.substring(0, MAX_PATH) + "…" : text;
        return bounded.replaceAll("[\\p{Cc}\\p{Z}]", "?");
    }
}
