package io.chatsphere.adapter.websocket;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the description of the live connections, which is written by hand as YAML, as JSON. */
final class AsyncApi {
    private static final String PATH = "/asyncapi.json";
    private static final String RESOURCE = "/asyncapi.yaml";

    /** Made when somebody asks, since a start should not wait for that. */
    private static final class Document {
        static final byte[] JSON = read();
    }

    void install(JavalinConfig config, RouteRole... anyone) {
        config.routes.addHttpHandler(HandlerType.GET, PATH, this::answer, anyone);
        config.routes.addHttpHandler(HandlerType.HEAD, PATH, this::answer, anyone);
    }

    private void answer(Context ctx) {
        ctx.contentType(ContentType.APPLICATION_JSON).result(Document.JSON);
    }

    private static byte[] read() {
        try (InputStream in = AsyncApi.class.getResourceAsStream(RESOURCE)) {
            return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + RESOURCE, e);
        }
    }
}
