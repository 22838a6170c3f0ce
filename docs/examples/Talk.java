import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/**
 * A chat client that needs nothing but the JDK: prints each frame that arrives, and sends each line that you type to the
 * room general.
 *
 * <pre>java docs/examples/Talk.java ACCESS_TOKEN [ws://localhost:8000/ws]</pre>
 */
public class Talk {
    public static void main(String[] args) throws IOException {
        String address = args.length > 1 ? args[1] : "ws://localhost:8000/ws";
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + args[0])
                .buildAsync(URI.create(address), new Printer())
                .join();
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
            String text = line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
            socket.sendText(
                            """
                            {"type": "send_message",
                             "data": {"chat_type": "room", "chat_id": "general", "content": "%s"}}"""
                                    .formatted(text),
                            true)
                    .join();
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Prints whole frames, and why the connection ended; the program ends with it. */
    private static final class Printer implements WebSocket.Listener {
        private final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                System.out.println(frame);
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            System.out.println("closed: " + code + " " + reason);
            System.exit(0);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            System.out.println("lost: " + failure);
            System.exit(1);
        }
    }
}
