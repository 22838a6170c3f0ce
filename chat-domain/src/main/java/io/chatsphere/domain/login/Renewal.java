package io.chatsphere.domain.login;

/** What became of an attempt to renew a login by its refresh token. */
public sealed interface Renewal {
    /** The token was good: it is used up, and the next one stands for the login, which is given as it is now. */
    record Renewed(Login login) implements Renewal {}

    /** The token was used up less than {@link LoginRepository#RACE} before: two tabs raced. Nothing ends. */
    record Raced() implements Renewal {}

    /** The token had been used up long before: it was stolen, or its successor was. The login ended by this. */
    record Reused(EndedLogin ended) implements Renewal {}

    /** No such token, or it has expired, or its login has ended, or its user is not active. */
    record Refused() implements Renewal {}
}
