package io.chatsphere.adapter.http.web;

/** The routes of one feature. */
public interface Feature {
    /** Registers the routes, each with its {@link Access}. */
    void addTo(Routes routes);
}
