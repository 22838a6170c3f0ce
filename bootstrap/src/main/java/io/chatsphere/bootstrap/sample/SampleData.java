package io.chatsphere.bootstrap.sample;

import io.chatsphere.application.ChatSphere;
import io.chatsphere.bootstrap.config.Environment;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.bootstrap.security.BcryptPasswordHasher;
import io.chatsphere.bootstrap.server.StoreAlone;
import io.chatsphere.domain.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Fills a database with users, rooms and talk in Chinese and English. What is there already stays and is not made twice. */
public final class SampleData {
    /** The password of every user of the sample data. */
    static final String PASSWORD = "chatsphere";

    /** Users and rooms are older than all talk. */
    private static final Duration AGE = Duration.ofDays(7);

    private static final Duration BEFORE_ROOMS = Duration.ofHours(1);

    private SampleData() {}

    /**
     * Fills the database that is configured.
     *
     * @return what to tell people, line by line
     * @throws StartException if the database cannot be used, in production, or if a name is taken by somebody else
     */
    public static List<String> run(ServerConfig config) {
        if (config.environment() == Environment.PRODUCTION) {
            throw new StartException("Sample data have a password that everybody knows: not in production.");
        }
        return StoreAlone.with(config, SampleData::fill);
    }

    static List<String> fill(Storage storage) {
        SampleScript script = SampleScript.load();
        Instant now = Instant.now();
        ScriptClock clock = new ScriptClock(now.minus(AGE));
        try (BcryptPasswordHasher hasher = new BcryptPasswordHasher(BcryptPasswordHasher.DEFAULT_COST);
                ChatSphere chat = ChatSphere.builder()
                        .storage(storage)
                        .passwordHasher(hasher)
                        .clock(clock)
                        .build()) {
            chat.open();
            SampleCast cast = new SampleCast(chat, storage);
            cast.users(script.users());
            clock.pass(BEFORE_ROOMS);
            SampleTalk talk = new SampleTalk(chat, cast, clock, now);
            talk.rooms(script.rooms());
            talk.groups(script.groups());
            script.talks().forEach(talk::say);
        }
        return List.of(
                script.users().size() + " users, " + script.talks().size()
                        + " talks. Sign in as annaweber or linxiaoyu,",
                "or as any of the others; the password of all of them is \"" + PASSWORD + "\".");
    }
}
