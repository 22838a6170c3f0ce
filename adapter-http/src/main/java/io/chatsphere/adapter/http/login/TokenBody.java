package io.chatsphere.adapter.http.login;

import java.time.Instant;

/** That an access token is good, and whose it is. */
record TokenBody(boolean valid, String userId, String username, Instant timestamp) {}
