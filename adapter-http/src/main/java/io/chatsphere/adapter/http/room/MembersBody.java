package io.chatsphere.adapter.http.room;

import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.room.Member;
import java.time.Instant;
import java.util.List;

/** A page of members. */
record MembersBody(List<MemberBody> members) {
    /** A member: {@code owner}, {@code moderator} or {@code member}. */
    record MemberBody(UserSummaryView user, String role, Instant joinedAt) {}

    static MembersBody of(List<Member> members) {
        return new MembersBody(members.stream()
                .map(member -> new MemberBody(
                        UserSummaryView.of(member.user()), RoleBody.spelled(member.role()), member.joinedAt()))
                .toList());
    }
}
