package io.chatsphere.bootstrap.config;

import java.net.URI;

/**
 * Where Redis is. It prints no secret.
 *
 * @param uri {@code redis://} or {@code rediss://} with host, and port, password and database if they are given
 */
public record RedisConfig(URI uri) {
    private static final int DEFAULT_PORT = 6_379;
    private static final String SHAPE = "it must look like redis://:password@host:6379/0.";

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is none of Redis; its text holds no part of it
     */
    static RedisConfig parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SHAPE, e);
        }
        boolean scheme = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        if (!scheme || uri.getHost() == null || !uri.getPath().matches("(/[0-9]{0,3})?")) {
            throw new IllegalArgumentException(SHAPE);
        }
        return new RedisConfig(uri);
    }

    /** Host and port, for people. */
    public String place() {
        return uri.getHost() + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    }

    @Override
    public String toString() {
        return "RedisConfig[" + place() + "]";
    }
}
