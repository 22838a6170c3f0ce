package io.chatsphere.adapter.http.docs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that the documentation pages load: these alone, of all that lies in the WebJars. Thread-safe. */
final class Assets {
    /** The address of all of them without version and name. */
    static final String PATH = "/docs/assets/";

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String PNG = "image/png";

    /** From where ReDoc would load its maker's logo: nothing is loaded from elsewhere. */
    private static final String FOREIGN_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

    private static final String NO_IMAGE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
    private static final int VERSION_BYTES = 8;

    private final Map<String, StaticFile> files = new LinkedHashMap<>();
    private final MessageDigest digest = sha256();
    private final String version;

    Assets() {
        String swagger = Resources.webjar("org.webjars", "swagger-ui");
        String redoc = Resources.webjar("org.webjars.npm", "redoc");
        addForeign(swagger, "swagger-ui-bundle.js", JAVASCRIPT);
        addForeign(swagger, "swagger-ui.css", CSS);
        addForeign(swagger, "favicon-32x32.png", PNG);
        digest.update(redoc.getBytes(StandardCharsets.UTF_8));
        files.put("redoc.standalone.js", new StaticFile(JAVASCRIPT, () -> redoc(redoc)));
        addOwn("swagger-start.js");
        addOwn("redoc-start.js");
        version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    }

    /** Where they are: changes whenever one of them does, so that caches may keep them for good. */
    String base() {
        return PATH + version;
    }

    /** A file; empty if there is none of the name, or the version is another. */
    Optional<StaticFile> find(String askedVersion, String name) {
        return askedVersion.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    /** What lies in a WebJar is known by the WebJar's version, which its path names. */
    private void addForeign(String folder, String name, String type) {
        digest.update((folder + name).getBytes(StandardCharsets.UTF_8));
        files.put(name, new StaticFile(type, () -> Resources.read(folder + name)));
    }

    private void addOwn(String name) {
        byte[] content = Resources.own(name);
        digest.update(content);
        files.put(name, new StaticFile(JAVASCRIPT, () -> content));
    }

    private static byte[] redoc(String folder) {
        String script = new String(Resources.read(folder + "bundles/redoc.standalone.js"), StandardCharsets.UTF_8);
        return script.replace(FOREIGN_LOGO, NO_IMAGE).getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
