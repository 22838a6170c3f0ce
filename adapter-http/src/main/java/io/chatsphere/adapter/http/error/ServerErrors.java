package io.chatsphere.adapter.http.error;

import io.chatsphere.adapter.http.header.CommonHeaders;
import io.chatsphere.adapter.http.web.Json;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.RequestIds;
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
    private final CommonHeaders headers;

    public ServerErrors(Languages languages, CommonHeaders headers) {
        this.languages = languages;
        this.headers = headers;
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
        headers.addTo(request, response);
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = Json.write(ErrorBody.of(Statuses.reason(code), language, id));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }
}
