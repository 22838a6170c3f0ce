package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;

/** The form of what everybody may see of a user. */
final class UserForm {
    private UserForm() {}

    static void write(ByteWriter out, UserSummary user) {
        out.id(user.id().value());
        out.text(user.username().value());
        out.text(user.displayName().value());
        out.optional(user.avatarUrl(), url -> out.text(url.value()));
    }

    static UserSummary read(ByteReader in) {
        return new UserSummary(
                new UserId(in.id()),
                new Username(in.text()),
                new DisplayName(in.text()),
                in.optional(() -> new AvatarUrl(in.text())));
    }
}
