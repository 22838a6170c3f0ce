package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Revision;
import io.chatsphere.domain.user.UserSummary;

/** A committed change that concerns one user: always the state after it. */
public sealed interface UserChange {
    /** The user whom it concerns. */
    UserId user();

    /** The revision of this change in the user's stream. */
    Revision revision();

    /** The user entered or left a room. */
    record OfMembership(Membership membership) implements UserChange {
        @Override
        public UserId user() {
            return membership.user();
        }

        @Override
        public Revision revision() {
            return membership.userRevision();
        }
    }

    /** What others see of the user changed. */
    record OfProfile(UserSummary profile, Revision revision) implements UserChange {
        @Override
        public UserId user() {
            return profile.id();
        }
    }
}
