package io.chatsphere.adapter.http.docs;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the description of this interface, which is written by hand as YAML, as JSON. */
public final class OpenApiRoutes implements Feature {
    static final String PATH = "/openapi.json";

    private static final String RESOURCE = "/openapi.yaml";

    @Override
    public void addTo(Routes routes) {
        Object document = read();
        routes.get(Access.UNCOUNTED, ctx -> Answers.ok(ctx, document), PATH);
    }

    private static Object read() {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + RESOURCE, e);
        }
    }
}
