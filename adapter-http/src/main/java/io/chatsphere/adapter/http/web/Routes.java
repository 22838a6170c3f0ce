package io.chatsphere.adapter.http.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * Where features register their routes. None goes without saying who may use it; what can be read can also be asked for its
 * head alone.
 */
public record Routes(RoutesConfig config) {
    /** A route to read, under its address and the short ones that mean the same. */
    public void get(Access access, Handler handler, String... paths) {
        add(HandlerType.GET, access, handler, paths);
        add(HandlerType.HEAD, access, handler, paths);
    }

    /** A route to change something, under its address and the short ones that mean the same. */
    public void post(Access access, Handler handler, String... paths) {
        add(HandlerType.POST, access, handler, paths);
    }

    /** A route to change something to what is given, under its address and the short ones that mean the same. */
    public void put(Access access, Handler handler, String... paths) {
        add(HandlerType.PUT, access, handler, paths);
    }

    /** A route to change a part of something, under its address and the short ones that mean the same. */
    public void patch(Access access, Handler handler, String... paths) {
        add(HandlerType.PATCH, access, handler, paths);
    }

    /** A route to remove something, under its address and the short ones that mean the same. */
    public void delete(Access access, Handler handler, String... paths) {
        add(HandlerType.DELETE, access, handler, paths);
    }

    private void add(HandlerType method, Access access, Handler handler, String... paths) {
        for (String path : paths) {
            config.addHttpHandler(method, path, handler, access);
        }
    }
}
