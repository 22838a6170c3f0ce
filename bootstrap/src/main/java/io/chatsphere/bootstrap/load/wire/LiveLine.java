package io.chatsphere.bootstrap.load.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** One live connection, from its opening to its end. Thread-safe; frames go out in the order in which they were given. */
public final class LiveLine implements WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int NO_CODE = 1006;

    private final FrameReader reader;
    private final LiveEvents events;
    private final StringBuilder begun = new StringBuilder();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile long heard = System.nanoTime();
    private CompletableFuture<WebSocket> tail = new CompletableFuture<>();

    private LiveLine(MessageText texts, LiveEvents events) {
        this.reader = new FrameReader(texts, events);
        this.events = events;
    }

    /**
     * Begins to connect. If that fails, {@link LiveEvents#closed} is called.
     *
     * @param node whose address begins with http
     */
    public static LiveLine open(HttpClient http, URI node, String token, MessageText texts, LiveEvents events) {
        LiveLine line = new LiveLine(texts, events);
        URI socket = URI.create("ws" + node.toString().substring("http".length()) + "/ws");
        CompletableFuture<WebSocket> opened = http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .buildAsync(socket, line);
        opened.thenAccept(line.tail::complete).exceptionally(failure -> {
            line.over(NO_CODE, reason(failure));
            return null;
        });
        return line;
    }

    /** Sends a frame when those before it are sent; what cannot be sent is lost with the connection. */
    public synchronized void send(String frame) {
        tail = tail.thenCompose(web -> web.sendText(frame, true));
        tail.exceptionally(failure -> {
            over(NO_CODE, reason(failure));
            return null;
        });
    }

    /** Cuts the connection off, without a word to the server; nothing is told of it. */
    public synchronized void cutOff() {
        isOver.set(true);
        tail = tail.whenComplete((web, failure) -> {
            if (failure == null) {
                web.abort();
            }
        });
    }

    /** Says goodbye to the server; nothing is told of it. */
    public synchronized void close() {
        isOver.set(true);
        tail = tail.thenCompose(web -> web.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** When anything was heard of the server last, by {@link System#nanoTime}. */
    public long heard() {
        return heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket web, CharSequence text, boolean isLast) {
        heard = System.nanoTime();
        if (isOver.get()) {
            web.request(1);
            return null;
        }
        if (!isLast || !begun.isEmpty()) {
            begun.append(text);
        }
        if (isLast && begun.isEmpty()) {
            read(text);
        } else if (isLast) {
            char[] whole = begun.toString().toCharArray();
            begun.setLength(0);
            reader.read(whole, 0, whole.length);
        }
        web.request(1);
        return null;
    }

    private void read(CharSequence text) {
        if (text instanceof CharBuffer buffer && buffer.hasArray()) {
            reader.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        } else {
            char[] copy = text.toString().toCharArray();
            reader.read(copy, 0, copy.length);
        }
    }

    @Override
    public CompletionStage<?> onPing(WebSocket web, ByteBuffer message) {
        heard = System.nanoTime();
        web.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket web, int code, String reason) {
        over(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket web, Throwable failure) {
        over(NO_CODE, reason(failure));
    }

    private void over(int code, String reason) {
        if (isOver.compareAndSet(false, true)) {
            events.closed(code, reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof WebSocketHandshakeException)) {
            cause = cause.getCause();
        }
        return cause instanceof WebSocketHandshakeException refused
                ? "HTTP " + refused.getResponse().statusCode()
                : Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName());
    }
}
