package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people who read the API document. */
class PageTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/docs, swagger-ui-bundle.js", "/redoc, redoc.standalone.js"})
    void a_page_loads_only_what_this_server_has(String path, String script) throws Exception {
        HttpResponse<byte[]> page = get(path);
        List<String> links = links(page);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(links).allMatch(link -> link.startsWith("/")).anyMatch(link -> link.endsWith("/" + script));
        for (String link : links) {
            HttpResponse<byte[]> asset = get(link);
            assertThat(asset.statusCode()).as(link).isEqualTo(200);
            assertThat(header(asset, "Content-Type")).as(link).startsWith(type(link));
            assertThat(asset.body()).as(link).isNotEmpty();
            assertThat(header(asset, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void a_page_has_no_script_in_it_and_a_policy_that_forbids_one(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        String html = new String(page.body(), StandardCharsets.UTF_8);

        assertThat(html).doesNotContain("<style", "style=", "onload", "onerror");
        assertThat(html.replaceAll("<script src=\"[^\"]+\"></script>", "")).doesNotContain("<script");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void what_a_page_loads_may_be_kept_for_good() throws Exception {
        String asset = links(get("/docs")).getLast();

        assertThat(header(get(asset), "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(get("/docs"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void nothing_else_of_the_libraries_is_reachable() throws Exception {
        String folder = links(get("/docs")).getLast().replaceAll("[^/]+$", "");

        for (String other : List.of("index.html", "oauth2-redirect.html", "swagger-ui.js", "", "..%2Fswagger-ui.css")) {
            assertThat(get(folder + other).statusCode()).as(other).isIn(400, 404);
        }
        assertThat(get("/docs/assets/0000000000000000/swagger-ui.css").statusCode())
                .isEqualTo(404);
        assertThat(get("/webjars/swagger-ui/5.34.1/swagger-ui.css").statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_page_calls_the_makers_of_its_library() throws Exception {
        String redoc = links(get("/redoc")).stream()
                .filter(link -> link.endsWith("redoc.standalone.js"))
                .findFirst()
                .orElseThrow();

        assertThat(new String(get(redoc).body(), StandardCharsets.UTF_8)).doesNotContain("cdn.redoc.ly");
    }

    @Test
    void a_browser_gets_files_packed_and_the_same() throws Exception {
        String script = links(get("/docs")).getLast();
        HttpResponse<byte[]> packed = get(script, "Accept-Encoding", "gzip, deflate, br");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(get(script).body());
        }
        assertThat(header(get(script, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void a_browser_at_the_root_is_led_to_the_pages_and_a_program_told_of_them() throws Exception {
        HttpResponse<byte[]> browser = get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(browser.statusCode()).isEqualTo(302);
        assertThat(header(browser, "Location")).isEqualTo("/docs");
        assertThat(server.get("/").send().text("/docs")).isEqualTo("/docs");
        assertThat(header(browser, "Vary")).contains("Accept");
    }

    private static List<String> links(HttpResponse<byte[]> page) {
        return LINK.matcher(new String(page.body(), StandardCharsets.UTF_8))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String type(String link) {
        return switch (link.substring(link.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "png" -> "image/png";
            default -> "application/json";
        };
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
