package io.chatsphere.domain.limit;

/**
 * Whose budget it is, and for what.
 *
 * @param purpose names the limit, such as {@code login}
 * @param subject who is limited: a user's id, a network address; never printed, as it may be an e-mail address
 */
public record RateKey(String purpose, String subject) {
    @Override
    public String toString() {
        return "RateKey[" + purpose + "]";
    }
}
