package io.chatsphere.domain.login;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;

/**
 * A login that has just ended.
 *
 * @param revision the change of the user's stream that ended it
 */
public record EndedLogin(LoginId login, UserId user, Revision revision) {}
