package io.chatsphere.adapter.http.error;

import io.chatsphere.adapter.http.web.Json;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.RequestIds;
import io.chatsphere.adapter.http.web.SecurityHeaders;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before any route is looked for, such as an address that cannot be read, in our form. */
public final class ServerErrors extends ErrorHandler {
    private final Languages languages;

    public ServerErrors(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Locale language = languages.of(header(request, HttpHeader.ACCEPT_LANGUAGE.asString()));
        String id = RequestIds.of(header(request, RequestIds.HEADER));
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = Json.write(ErrorBody.of(Statuses.reason(code), language, id));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
