package io.chatsphere.adapter.http.web;

import io.javalin.security.RouteRole;

/** Who may use a route; declared with each one. A route that declares nothing is for {@link #SIGNED_IN}. */
public enum Access implements RouteRole {
    /** Everybody, as often as the limit of their address allows. */
    ANYONE,
    /** Everybody, as often as they like: what orchestrators ask, and pages that cost nothing. */
    UNCOUNTED,
    /** Whoever shows a good access token. */
    SIGNED_IN
}
