package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A client that can also do what no decent client does. Every frame that it gets must be one that the document describes.
 * Frames that come by themselves at any time stand aside from the others.
 */
final class WsClient implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ASIDE =
            Set.of("conversation_updated", "online_users", "presence", "user_joined", "user_left", "room_added");
    private static final int DEADLINE_SECONDS = 20;
    private static final int SMALL_BUFFER = 4 << 10;

    private final Socket socket = new Socket();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> aside = new LinkedBlockingQueue<>();
    private final List<JsonNode> all = new ArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile boolean answersPings = true;
    private String head = "";

    private WsClient() {}

    /** Connects and reads. */
    static WsClient open(int port, String path, String... headers) {
        WsClient client = unread(port, path, headers);
        if (client.head.startsWith("HTTP/1.1 101")) {
            Thread.startVirtualThread(client::read);
        }
        return client;
    }

    /** Connects and then reads nothing. */
    static WsClient unread(int port, String path, String... headers) {
        WsClient client = new WsClient();
        try {
            client.socket.setReceiveBufferSize(SMALL_BUFFER);
            client.socket.setTcpNoDelay(true);
            client.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            client.shakeHands(port, path, headers);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shakeHands(int port, String path, String... headers) throws IOException {
        String host = String.join("", headers).contains("Host:") ? "" : "Host: 127.0.0.1:" + port + "\r\n";
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String request = "GET " + path + " HTTP/1.1\r\n" + host + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate\r\n" + extra + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                break;
            }
            answer.write(octet);
        }
        head = answer.toString(StandardCharsets.US_ASCII);
    }

    /** The status line and headers that the server answered the upgrade with. */
    String head() {
        return head;
    }

    WsClient ignoringPings() {
        answersPings = false;
        return this;
    }

    void send(String type, String data) {
        text("{\"type\":\"" + type + "\",\"data\":" + data + "}");
    }

    void text(String text) {
        write(frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8)));
    }

    void frame(int opcode, boolean last, String payload) {
        write(frame(opcode, last, payload.getBytes(StandardCharsets.UTF_8)));
    }

    /** A masked frame; with a mask of zeros the payload travels as it is. */
    static byte[] frame(int opcode, boolean last, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (opcode | (last ? 0x80 : 0)));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload);
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    synchronized void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            closed.complete(-1);
        }
    }

    /** The next frame that does not stand aside. */
    JsonNode next() {
        return poll(frames);
    }

    /** The data of the next frame, which must be of this type. */
    JsonNode next(String type) {
        JsonNode frame = next();
        assertThat(frame.path("type").asText()).as("%s", frame).isEqualTo(type);
        return frame.path("data");
    }

    /** The data of the next frame of this type, whatever comes before it. */
    JsonNode await(String type) {
        return awaitFrame(type).path("data");
    }

    /** The next frame of this type, whatever comes before it. */
    JsonNode awaitFrame(String type) {
        while (true) {
            JsonNode frame = poll(ASIDE.contains(type) ? aside : frames);
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    /** Everything that has come until now, in order. */
    List<JsonNode> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Waits until everything that was sent before has been done. */
    WsClient settle() {
        text("{\"type\":\"ping\"}");
        awaitFrame("pong");
        return this;
    }

    private JsonNode poll(BlockingQueue<JsonNode> queue) {
        try {
            JsonNode frame = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame in time; closed: %s", closed).isNotNull();
            assertThat(violations).isEmpty();
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String nextPong() {
        try {
            return String.valueOf(pongs.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** The close code that the server sends, -1 if the connection just ends. */
    int closeCode() {
        try {
            return closed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not close the connection", e);
        }
    }

    /** Begins to read after all. */
    void read() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (!closed.isDone()) {
                int first = in.readUnsignedByte();
                int length = in.readUnsignedByte();
                int size = length == 127 ? (int) in.readLong() : length == 126 ? in.readUnsignedShort() : length;
                byte[] payload = new byte[size];
                in.readFully(payload);
                received(first & 0x0F, payload);
            }
        } catch (IOException e) {
            closed.complete(-1);
        }
    }

    private void received(int opcode, byte[] payload) throws IOException {
        switch (opcode) {
            case TEXT -> text(payload);
            case PONG -> pongs.add(new String(payload, StandardCharsets.UTF_8));
            case PING -> {
                if (answersPings) {
                    write(frame(PONG, true, payload));
                }
            }
            case CLOSE -> {
                write(frame(CLOSE, true, payload));
                closed.complete(
                        payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
            }
            default -> throw new IOException("unexpected frame " + opcode);
        }
    }

    private void text(byte[] payload) throws IOException {
        JsonNode frame = JSON.readTree(payload);
        SocketDocument.INSTANCE.violation(frame).ifPresent(violations::add);
        synchronized (all) {
            all.add(frame);
        }
        (ASIDE.contains(frame.path("type").asText()) ? aside : frames).add(frame);
    }

    @Override
    public void close() {
        assertThat(violations).isEmpty();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
