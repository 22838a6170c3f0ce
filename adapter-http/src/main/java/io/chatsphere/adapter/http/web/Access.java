package io.chatsphere.adapter.http.web;

import io.javalin.security.RouteRole;

/** Who may use a route; declared with each one. A route that declares nothing is for {@link #SIGNED_IN}. */
public enum Access implements RouteRole {
    /** Everybody. */
    ANYONE,
    /** Whoever shows a good access token. */
    SIGNED_IN
}
