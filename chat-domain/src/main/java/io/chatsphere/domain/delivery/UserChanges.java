package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Revision;
import java.util.List;

/**
 * A user's changes behind a revision.
 *
 * @param changes by ascending revision; of several changes of one row only the last is there
 * @param upTo the user's last revision
 */
public record UserChanges(List<UserChange> changes, Revision upTo) {
    public UserChanges {
        changes = List.copyOf(changes);
    }
}
