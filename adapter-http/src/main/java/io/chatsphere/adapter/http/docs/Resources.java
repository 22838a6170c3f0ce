package io.chatsphere.adapter.http.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reads what lies in the jar, ours and that of WebJars. */
final class Resources {
    private static final String OURS = "/io/chatsphere/adapter/http/docs/";

    private Resources() {}

    /** One of our own. */
    static byte[] own(String name) {
        return read(OURS + name);
    }

    /** The path of a WebJar's files, with the version that is there, whichever that is. */
    static String webjar(String group, String name) {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/" + group + "/" + name + "/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/";
    }

    static byte[] read(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = Resources.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the jar lacks " + path);
        }
        return in;
    }
}
