package io.chatsphere.domain.delivery;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.room.Membership;
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

    /** The user's settings of a room, or their read mark in it, changed. */
    record OfPreferences(RoomPreferences preferences) implements UserChange {
        @Override
        public UserId user() {
            return preferences.user();
        }

        @Override
        public Revision revision() {
            return preferences.revision();
        }
    }

    /** One of the user's logins ended: whatever it opened ends. */
    record OfLoginEnd(EndedLogin ended) implements UserChange {
        @Override
        public UserId user() {
            return ended.user();
        }

        @Override
        public Revision revision() {
            return ended.revision();
        }
    }
}
