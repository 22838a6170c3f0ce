package io.chatsphere.domain.user;

import io.chatsphere.domain.id.Revision;
import java.util.Optional;

/**
 * What updating a user gave.
 *
 * @param user as they are now
 * @param revision the change of the user's stream; empty if nothing changed
 */
public record UpdatedUser(User user, Optional<Revision> revision) {}
