package io.chatsphere.adapter.http.docs;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** Says at the root where everything is; people with a browser are led to the documentation. */
public final class IndexRoutes implements Feature {
    private final String version;
    private final String websocketPath;
    private final Languages languages;

    public IndexRoutes(String version, String websocketPath, Languages languages) {
        this.version = version;
        this.websocketPath = websocketPath;
        this.languages = languages;
    }

    /** Where everything is. */
    private record Index(String message, String version, String docs, String health, String websocket) {}

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.UNCOUNTED, this::index, "/");
    }

    private void index(Context ctx) {
        Answers.varyBy(ctx, Header.ACCEPT);
        if (Optional.ofNullable(ctx.header(Header.ACCEPT))
                .filter(accept -> accept.contains("text/html"))
                .isPresent()) {
            ctx.status(HttpStatus.FOUND)
                    .header(Header.LOCATION, PageRoutes.SWAGGER)
                    .header(Header.CACHE_CONTROL, "no-store");
            return;
        }
        String message = languages.choose(ctx, "This is ChatSphere.", "欢迎使用 ChatSphere。");
        Answers.ok(ctx, new Index(message, version, PageRoutes.SWAGGER, "/health", websocketPath));
    }
}
