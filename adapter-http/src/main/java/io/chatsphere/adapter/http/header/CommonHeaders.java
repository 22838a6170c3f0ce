package io.chatsphere.adapter.http.header;

import io.chatsphere.adapter.http.client.Clients;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Puts on every answer what all of them carry, whoever makes it. Thread-safe. */
public final class CommonHeaders {
    private final Clients clients;
    private final Cors cors;

    /** @param origins of pages that may read answers; a {@code *} stands for every one */
    public CommonHeaders(Clients clients, List<String> origins) {
        this.clients = clients;
        this.cors = new Cors(origins);
    }

    /** To be called before anything else; answers browsers that only ask whether they may call. */
    public void addTo(Context ctx) {
        add(ctx::header, Optional.ofNullable(ctx.header(Header.ORIGIN)), clients.isSecure(ctx.req()));
        cors.answerPreflight(ctx);
    }

    /** For answers that the server makes before any route is looked for. */
    public void addTo(Request request, Response response) {
        boolean secure = clients.isSecure(
                Request.getRemoteAddr(request), request.isSecure(), header(request, Clients.FORWARDED_PROTO));
        add(response.getHeaders()::put, header(request, Header.ORIGIN), secure);
    }

    private void add(BiConsumer<String, String> headers, Optional<String> origin, boolean secure) {
        SecurityHeaders.ALWAYS.forEach(headers);
        if (secure) {
            SecurityHeaders.OVER_TLS.forEach(headers);
        }
        cors.headers(origin).forEach(headers);
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
