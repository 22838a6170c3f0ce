package io.chatsphere.adapter.http.docs;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;

/** Serves the description of this interface as pages for people: Swagger UI and ReDoc, which load nothing from elsewhere. */
public final class PageRoutes implements Feature {
    static final String SWAGGER = "/docs";

    private static final String REDOC = "/redoc";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    /** Both pages put styles into the page while they run; scripts come from files alone. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** ReDoc searches in a worker that it makes itself. */
    private static final String POLICY_WITH_WORKER = POLICY + "; worker-src blob:";

    private final Assets assets = new Assets();

    @Override
    public void addTo(Routes routes) {
        addPage(routes, SWAGGER, "swagger.html", POLICY);
        addPage(routes, REDOC, "redoc.html", POLICY_WITH_WORKER);
        routes.get(Access.UNCOUNTED, this::asset, Assets.PATH + "{version}/{file}");
    }

    private void addPage(Routes routes, String path, String name, String policy) {
        String html = new String(Resources.own(name), StandardCharsets.UTF_8).replace("{{assets}}", assets.base());
        StaticFile page = new StaticFile("text/html; charset=utf-8", () -> html.getBytes(StandardCharsets.UTF_8));
        routes.get(
                Access.UNCOUNTED,
                ctx -> {
                    ctx.header("Content-Security-Policy", policy);
                    ctx.header(Header.CACHE_CONTROL, "no-cache");
                    page.send(ctx);
                },
                path);
    }

    private void asset(Context ctx) {
        StaticFile file =
                assets.find(ctx.pathParam("version"), ctx.pathParam("file")).orElseThrow(NotFoundResponse::new);
        ctx.header(Header.CACHE_CONTROL, FOR_GOOD);
        file.send(ctx);
    }
}
