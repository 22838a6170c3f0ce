package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a picture lies: an absolute {@code http} or {@code https} address of at most 500 characters. */
public record AvatarUrl(String value) {
    private static final int MAX = 500;

    public AvatarUrl {
        if (value.length() > MAX || !value.codePoints().allMatch(Text::isPrintable) || !isWebAddress(value)) {
            throw new ChatException.Invalid(ErrorCode.AVATAR_URL_INVALID, "avatar_url", (long) MAX);
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
