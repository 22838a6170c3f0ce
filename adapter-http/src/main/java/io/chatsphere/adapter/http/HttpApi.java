package io.chatsphere.adapter.http;

import io.chatsphere.adapter.http.change.ChangeRoutes;
import io.chatsphere.adapter.http.client.Clients;
import io.chatsphere.adapter.http.conversation.ConversationRoutes;
import io.chatsphere.adapter.http.docs.IndexRoutes;
import io.chatsphere.adapter.http.docs.OpenApiRoutes;
import io.chatsphere.adapter.http.docs.PageRoutes;
import io.chatsphere.adapter.http.error.ErrorAnswers;
import io.chatsphere.adapter.http.header.CommonHeaders;
import io.chatsphere.adapter.http.health.HealthRoutes;
import io.chatsphere.adapter.http.limit.Quotas;
import io.chatsphere.adapter.http.login.LoginRoutes;
import io.chatsphere.adapter.http.login.PasswordRoutes;
import io.chatsphere.adapter.http.login.SessionRoutes;
import io.chatsphere.adapter.http.login.TokenRoutes;
import io.chatsphere.adapter.http.login.ValidationRoutes;
import io.chatsphere.adapter.http.message.MessageRoutes;
import io.chatsphere.adapter.http.room.MemberRoutes;
import io.chatsphere.adapter.http.room.OneRoomRoutes;
import io.chatsphere.adapter.http.room.RoomRoutes;
import io.chatsphere.adapter.http.stats.StatsRoutes;
import io.chatsphere.adapter.http.user.AccountRoutes;
import io.chatsphere.adapter.http.user.UserRoutes;
import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Bodies;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Languages;
import io.chatsphere.adapter.http.web.RequestIds;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.health.HealthCheck;
import io.javalin.config.JavalinConfig;
import io.javalin.security.RouteRole;
import java.time.Clock;
import java.util.List;

/** The REST interface of a chat. Handlers block: the server should run them on virtual threads. */
public final class HttpApi {
    /**
     * The role of routes that are open to everybody and cost nothing; what others add to the server without it is for who is
     * signed in.
     */
    public static final RouteRole ANYONE = Access.UNCOUNTED;

    private final ChatSphere chat;
    private final List<HealthCheck> checks;
    private final HttpSettings settings;
    private final Clock clock;
    private volatile boolean draining;

    /** @param checks the parts that {@code /health} asks; a database or a Redis without a check is a twin in memory */
    public HttpApi(ChatSphere chat, List<HealthCheck> checks, HttpSettings settings, Clock clock) {
        this.chat = chat;
        this.checks = List.copyOf(checks);
        this.settings = settings;
        this.clock = clock;
    }

    /** Installs routes, access control and error answers into a server that is being configured. */
    public void install(JavalinConfig config) {
        Languages languages = new Languages(settings.defaultLanguage());
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        Clients clients = new Clients(settings.trustedProxies());
        CommonHeaders headers = new CommonHeaders(clients, settings.allowedOrigins());
        Quotas quotas = new Quotas(chat.limits(), clients);
        config.routes.before(RequestIds::of);
        config.routes.before(headers::addTo);
        config.routes.beforeMatched(new Gate(chat.logins().authenticate(), quotas)::check);
        new ErrorAnswers(languages, headers).install(config);
        Routes routes = new Routes(config.routes);
        features(languages, clients, quotas).forEach(feature -> feature.addTo(routes));
    }

    /** From now on {@code /health/ready} is 503, so that new requests go elsewhere; those that come are answered. */
    public void drain() {
        draining = true;
    }

    private List<Feature> features(Languages languages, Clients clients, Quotas quotas) {
        Bodies bodies = new Bodies(settings.maxBodyBytes());
        return List.of(
                new IndexRoutes(settings.version(), settings.websocketPath(), languages),
                new OpenApiRoutes(),
                new PageRoutes(),
                new HealthRoutes(checks, chat::sessions, () -> draining, settings.version(), clock),
                new LoginRoutes(chat, bodies, languages, clients, quotas),
                new TokenRoutes(chat.logins(), bodies, languages),
                new SessionRoutes(chat.logins(), languages),
                new PasswordRoutes(chat.logins().changePassword(), bodies, languages),
                new ValidationRoutes(chat.accounts().profile(), clock),
                new AccountRoutes(chat.accounts(), bodies, languages),
                new RoomRoutes(chat.rooms(), chat.presence().countLive(), bodies),
                new OneRoomRoutes(chat.rooms(), chat.presence(), bodies),
                new MemberRoutes(chat.members(), bodies),
                new MessageRoutes(chat.messages(), bodies),
                new ChangeRoutes(chat.missed().changes()),
                new ConversationRoutes(chat.conversations(), bodies, languages),
                new UserRoutes(chat.accounts(), chat.presence().online()),
                new StatsRoutes(chat.stats()));
    }
}
