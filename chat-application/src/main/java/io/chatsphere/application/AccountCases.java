package io.chatsphere.application;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.limit.PasswordAttempts;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.ChangePassword;
import io.chatsphere.application.login.EndLogin;
import io.chatsphere.application.login.IssueTicket;
import io.chatsphere.application.login.ListLogins;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.login.LogOut;
import io.chatsphere.application.login.LoginEnds;
import io.chatsphere.application.login.LoginTokens;
import io.chatsphere.application.login.Passwords;
import io.chatsphere.application.login.RedeemTicket;
import io.chatsphere.application.login.RenewLogin;
import io.chatsphere.application.login.RevokeToken;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.application.user.ReadUser;
import io.chatsphere.application.user.Register;
import io.chatsphere.application.user.SearchUsers;
import io.chatsphere.application.user.UpdateProfile;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;

/** Makes the use cases about accounts and signing in. */
final class AccountCases {
    private final Ports ports;
    private final Settings settings;
    private final Ids ids;
    private final DefaultRooms defaultRooms;
    private final Passwords passwords;
    private final LoginTokens tokens;
    private final EnsureUser ensure;

    AccountCases(Ports ports, Settings settings, Ids ids, DefaultRooms defaultRooms) {
        this.ports = ports;
        this.settings = settings;
        this.ids = ids;
        this.defaultRooms = defaultRooms;
        this.passwords = new Passwords(settings.passwords(), ports.hasher());
        this.tokens = new LoginTokens(ports.tokens(), settings.lifetimes(), ids);
        this.ensure = new EnsureUser(ports.storage().users(), defaultRooms, ids);
    }

    ChatSphere.Accounts accounts() {
        UserRepository users = ports.storage().users();
        return new ChatSphere.Accounts(
                new Register(users, defaultRooms, passwords, tokens, ids),
                ensure,
                new ReadProfile(users),
                new UpdateProfile(users, ports.bus()),
                new ReadUser(users),
                new SearchUsers(users));
    }

    ChatSphere.Logins logins() {
        UserRepository users = ports.storage().users();
        LoginRepository logins = ports.storage().logins();
        LoginEnds ends = new LoginEnds(logins, ports.bus(), ids);
        PasswordAttempts attempts = new PasswordAttempts(ports.limiter(), settings.limits());
        return new ChatSphere.Logins(
                new LogIn(users, logins, ports.hasher(), attempts, tokens),
                new RenewLogin(logins, users, tokens, ends, ids),
                new LogOut(ends),
                new RevokeToken(ports.tokens(), logins, ends, ids),
                new ChangePassword(users, passwords, attempts, ends, ids),
                new Authenticate(ports.tokens(), logins, this::ensure, settings.clock()),
                new IssueTicket(logins, ids),
                new RedeemTicket(logins, settings.lifetimes(), ids),
                new ListLogins(logins, ids),
                new EndLogin(ends));
    }

    /** A token without a login of ours names a user of the host application, who is made on first sight. */
    private void ensure(AccessClaims claims) {
        ensure.handle(new EnsureUser.Command(
                claims.user(), new Username(claims.username()), new DisplayName(claims.displayName())));
    }
}
