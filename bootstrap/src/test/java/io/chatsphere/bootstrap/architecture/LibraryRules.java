package io.chatsphere.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which module may use which library, below a root package. */
final class LibraryRules {
    private final String root;

    LibraryRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return List.of(
                only(List.of("adapter.postgres"), "a change of how data is kept stays in one module")
                        .use("java.sql..", "javax.sql..", "org.postgresql.."),
                only(List.of("adapter.postgres"), "the libraries around JDBC are details of one module")
                        .use("org.jdbi..", "com.zaxxer.hikari..", "org.flywaydb.."),
                only(List.of("adapter.redis"), "nodes talk to each other through ports, whatever carries them")
                        .use("redis.clients.."),
                only(
                                List.of("adapter.http", "adapter.websocket", "bootstrap"),
                                "the web server is a matter of the inbound adapters and of their composition")
                        .use("io.javalin.."),
                only(List.of("adapter.websocket"), "live connections are a matter of one module")
                        .use("org.eclipse.jetty.websocket..", "org.eclipse.jetty.ee10.websocket.."),
                only(List.of("adapter", "bootstrap"), "how values look on a wire is not the core's matter")
                        .use("com.fasterxml.jackson.."),
                only(List.of("bootstrap.security"), "both inbound adapters need tokens and passwords through ports")
                        .use("com.auth0..", "at.favre.lib.."));
    }

    private Users only(List<String> packages, String reason) {
        return libraries -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages.stream().map(name -> root + "." + name + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .because(reason);
    }

    private interface Users {
        ArchRule use(String... libraries);
    }
}
