package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.load.plan.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Finds those who take part: accounts that were kept, accounts that are registered now, or bearers of given tokens. */
public final class Users {
    private static final int AT_ONCE = 4;
    private static final int PASSWORD_BYTES = 24;
    private static final int NAME = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rest rest;
    private final Consumer<String> progress;
    private final Optional<AccountFile> file;
    private final List<Account> kept = new ArrayList<>();
    private final List<User> users = new ArrayList<>();

    public Users(Rest rest, People people, Consumer<String> progress) {
        this.rest = rest;
        this.progress = progress;
        this.file = people instanceof People.Kept(Path path) ? Optional.of(new AccountFile(path)) : Optional.empty();
    }

    /**
     * So many users, each with a token.
     *
     * @throws LoadException if there are not so many, or the server does not know them
     */
    public List<User> find(int count, People people) {
        if (people instanceof People.Strangers(Path path)) {
            return strangers(count, path);
        }
        file.ifPresent(one -> kept.addAll(one.read()));
        int known = Math.min(count, kept.size());
        kept.stream().limit(known).forEach(account -> users.add(User.of(rest, account)));
        try {
            each(known, "signed in", i -> users.get(i).token());
            each(count - known, "registered", i -> register());
        } finally {
            keep();
        }
        return List.copyOf(users);
    }

    /** Writes the accounts as they are now into their file, if they have one. */
    public void keep() {
        file.ifPresent(one -> {
            synchronized (users) {
                List<Account> all =
                        new ArrayList<>(users.stream().map(User::account).toList());
                kept.stream().skip(all.size()).forEach(all::add);
                one.write(all);
            }
        });
    }

    private List<User> strangers(int count, Path path) {
        try {
            List<String> tokens = Files.readAllLines(path).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (tokens.size() < count) {
                throw new LoadException(
                        "The plan needs " + count + " users, and " + path + " holds " + tokens.size() + " tokens.");
            }
            User[] found = new User[count];
            each(count, "known", i -> found[i] = User.stranger(rest, tokens.get(i)));
            return List.of(found);
        } catch (IOException e) {
            throw new LoadException("The file " + path + " cannot be read.", e);
        }
    }

    private void register() {
        String name = "load" + Long.toString(RANDOM.nextLong() >>> 1, 36);
        String username = name.substring(0, Math.min(NAME, name.length()));
        byte[] secret = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(secret);
        Account blank = new Account(
                username,
                username + "@load.example",
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                "",
                "",
                Instant.MIN,
                "");
        JsonNode answer = rest.post(
                        "/api/v1/auth/register",
                        Optional.empty(),
                        Map.of(
                                "email", blank.email(),
                                "username", blank.username(),
                                "display_name", blank.username(),
                                "password", blank.password()))
                .expect("to register an account", 201);
        synchronized (users) {
            users.add(User.of(rest, blank.with(answer.path("data"))));
        }
    }

    private void each(int count, String done, IntConsumer task) {
        AtomicInteger ready = new AtomicInteger();
        InParallel.run(AT_ONCE, IntStream.range(0, count), i -> {
            task.accept(i);
            progress.accept(ready.incrementAndGet() + " of " + count + " users " + done);
        });
    }
}
