package io.chatsphere.adapter.http.user;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.user.UpdateProfile;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.DisplayName;
import java.util.Optional;

/**
 * What somebody says about themselves from now on. What is left out stays; {@code null} and an empty text take a picture or
 * a text away, but nobody can be without a name.
 */
record ProfileBody(Optional<String> displayName, Optional<Optional<String>> avatarUrl, Optional<Optional<String>> bio) {
    UpdateProfile.Command command(Caller caller) {
        Fields fields = new Fields();
        Optional<DisplayName> name = fields.optional(displayName, DisplayName::new);
        Optional<Optional<AvatarUrl>> avatar = fields.clearable(text(avatarUrl), AvatarUrl::new);
        Optional<Optional<Bio>> about = fields.clearable(text(bio), Bio::new);
        fields.check();
        return new UpdateProfile.Command(caller, name, avatar, about);
    }

    /** In a form there is no {@code null}: an empty text stands for it. */
    private static Optional<Optional<String>> text(Optional<Optional<String>> sent) {
        return sent.isEmpty() ? sent : Optional.of(sent.get().filter(text -> !text.isBlank()));
    }
}
