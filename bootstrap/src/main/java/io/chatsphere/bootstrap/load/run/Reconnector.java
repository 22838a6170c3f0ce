package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.run.Counters.Event;
import io.chatsphere.bootstrap.load.wire.Frame;
import io.chatsphere.bootstrap.load.wire.Frames;
import io.chatsphere.bootstrap.load.wire.LiveEvents;
import io.chatsphere.bootstrap.load.wire.LiveLine;
import io.chatsphere.bootstrap.load.wire.LoadException;
import io.chatsphere.bootstrap.load.wire.User;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Gives a connection one line after the other: opens, renews tokens, loses, and opens again on the next node. Thread-safe. */
final class Reconnector {
    private static final int NO_TOKEN = 4001;
    private static final int TOKEN_ENDED = 4002;

    private final User user;
    private final Common common;
    private final Connection connection;
    private int node;
    private int attempts;
    private boolean wasUp;
    private Optional<Attempt> current = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private Optional<Duration> told = Optional.empty();
    private String trouble = "";
    /** A token that the server took no longer. */
    private Optional<String> stale = Optional.empty();

    Reconnector(int number, User user, Common common, Connection connection) {
        this.node = number;
        this.user = user;
        this.common = common;
        this.connection = connection;
    }

    /** Begins to connect. */
    void begin() {
        common.threads().execute(this::open);
    }

    boolean isUp() {
        synchronized (connection) {
            return current.filter(attempt -> attempt.isUp).isPresent();
        }
    }

    /** Whether it may not come back. */
    boolean isEnded() {
        synchronized (connection) {
            return ended.isPresent();
        }
    }

    /** What went wrong last. */
    String trouble() {
        synchronized (connection) {
            return ended.orElse(trouble);
        }
    }

    /** Loses the line, which comes back after a pause; false if there is none. */
    boolean cut(boolean abruptly, Duration pause) {
        synchronized (connection) {
            Optional<Attempt> lost = current.filter(attempt -> attempt.isUp);
            lost.ifPresent(attempt -> {
                leave(attempt, abruptly);
                later(pause);
            });
            return lost.isPresent();
        }
    }

    /** Says goodbye for good. */
    void finish() {
        synchronized (connection) {
            ended = Optional.of("finished");
            current.ifPresent(attempt -> leave(attempt, false));
        }
    }

    private void leave(Attempt attempt, boolean abruptly) {
        current = Optional.empty();
        connection.down();
        if (abruptly) {
            attempt.line.cutOff();
        } else {
            attempt.line.close();
        }
    }

    private void later(Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, common.threads())
                .execute(this::open);
    }

    private void open() {
        try {
            Optional<String> refused = stale();
            String token = refused.isPresent() ? user.tokenAfter(refused.get()) : user.token();
            synchronized (connection) {
                stale = Optional.empty();
                if (ended.isEmpty()) {
                    Attempt attempt = new Attempt(token);
                    current = Optional.of(attempt);
                    URI where = common.nodes()
                            .get(Math.floorMod(node++, common.nodes().size()));
                    attempt.line = LiveLine.open(common.http(), where, token, common.texts(), attempt);
                }
            }
        } catch (LoadException e) {
            lost(Counters.WITHOUT_CODE, e.getMessage());
        }
    }

    private Optional<String> stale() {
        synchronized (connection) {
            return stale;
        }
    }

    private void lost(int code, String reason) {
        synchronized (connection) {
            current = Optional.empty();
            connection.down();
            if (ended.isPresent()) {
                return;
            }
            trouble = code + " " + reason;
            Optional<Duration> delay = Comeback.after(code, told, attempts++, user.isRenewable());
            told = Optional.empty();
            if (delay.isPresent()) {
                later(delay.get());
            } else {
                ended = Optional.of("closed with " + code);
            }
        }
    }

    /** One line. What it says counts only as long as it is the present one. */
    private final class Attempt implements LiveEvents {
        private final long begun = System.nanoTime();
        private volatile String token;
        private LiveLine line;
        private boolean isUp;

        Attempt(String token) {
            this.token = token;
        }

        private void ifPresent(Runnable act) {
            synchronized (connection) {
                if (current.filter(this::equals).isPresent()) {
                    act.run();
                }
            }
        }

        @Override
        public void established(Frame frame) {
            ifPresent(() -> {
                isUp = true;
                attempts = 0;
                common.latencies().connected(begun, System.nanoTime());
                common.counters().add(wasUp ? Event.CAME_BACK : Event.CONNECTED);
                wasUp = true;
                connection.up(line, frame);
            });
        }

        @Override
        public void message(Frame frame) {
            ifPresent(() -> connection.message(frame));
        }

        @Override
        public void change(Frame frame) {
            ifPresent(() -> connection.change(frame));
        }

        @Override
        public void acknowledged(Frame frame) {
            ifPresent(() -> connection.acknowledged(frame));
        }

        @Override
        public void roomAdded(Frame frame) {
            ifPresent(() -> connection.roomAdded(frame));
        }

        @Override
        public void resumed(Frame frame) {
            ifPresent(() -> connection.resumed(frame));
        }

        @Override
        public void refused(Frame frame) {
            ifPresent(() -> connection.refused(frame));
        }

        @Override
        public void tokenExpiring() {
            if (user.isRenewable()) {
                common.threads().execute(this::renew);
            }
        }

        private void renew() {
            try {
                String fresh = user.tokenAfter(token);
                token = fresh;
                common.counters().add(Event.TOKEN_RENEWED);
                ifPresent(() -> line.send(Frames.authenticate(fresh)));
            } catch (LoadException e) {
                // The server closes the line when the token ends; the next one begins with a new token.
                ifPresent(() -> trouble = e.getMessage());
            }
        }

        @Override
        public void reconnect(Frame frame) {
            ifPresent(() -> told = Optional.of(Duration.ofMillis(frame.after())));
        }

        @Override
        public void unreadable(String reason) {
            common.counters().add(Event.UNREADABLE);
        }

        @Override
        public void closed(int code, String reason) {
            ifPresent(() -> {
                if (isUp) {
                    common.counters().close(code, reason);
                } else {
                    common.counters().add(Event.CONNECT_FAILED);
                }
                if (code == NO_TOKEN || code == TOKEN_ENDED) {
                    stale = Optional.of(token);
                }
                lost(code, reason);
            });
        }
    }
}
