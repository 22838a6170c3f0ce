package io.chatsphere.domain.login;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;

/**
 * One signed-in device of a user.
 *
 * @param device what the device called itself (its {@code User-Agent}), may be empty; control
 *     characters and lone surrogates are left out, and all behind 200 characters
 * @param address the address that it came from, may be empty
 * @param lastSeenAt when it was opened or last renewed
 * @param expiresAt when it ends unless it is renewed before: the first moment at which it is not valid
 */
public record Login(
        LoginId id,
        UserId user,
        String device,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {
    private static final int MAX_DEVICE = 200;

    public Login {
        device = device.codePoints()
                .filter(Login::isKept)
                .limit(MAX_DEVICE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A login that begins at {@code now}. */
    public static Login begun(LoginId id, UserId user, String device, String address, Instant now, Instant expiresAt) {
        return new Login(id, user, device, address, now, now, expiresAt);
    }

    private static boolean isKept(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
