package io.chatsphere.adapter.http.docs;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Json;
import io.chatsphere.adapter.http.web.Routes;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Serves the description of this interface, which is written by hand as YAML, as JSON. */
public final class OpenApiRoutes implements Feature {
    static final String PATH = "/openapi.json";

    private static final String RESOURCE = "/openapi.yaml";

    @Override
    public void addTo(Routes routes) {
        StaticFile document = new StaticFile("application/json", OpenApiRoutes::read);
        routes.get(
                Access.UNCOUNTED,
                ctx -> {
                    ctx.header(Header.CACHE_CONTROL, "no-cache");
                    document.send(ctx);
                },
                PATH);
    }

    private static byte[] read() {
        try {
            return Json.write(new YAMLMapper().readTree(Resources.read(RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is no YAML", e);
        }
    }
}
