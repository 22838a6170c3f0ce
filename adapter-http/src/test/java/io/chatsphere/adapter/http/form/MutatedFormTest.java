package io.chatsphere.adapter.http.form;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.chatsphere.domain.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutatedFormTest {
    private static final String PARTS = """
        --b\r
        Content-Disposition: form-data; name="bio"\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        Hällo\r
        --b\r
        Content-Disposition: form-data; name="name"\r
        \r
        A\r
        --b--\r
        """;

    private static final String URL = "display_name=%E5%AE%89+A&bio=&avatar_url=https%3A%2F%2Fa";

    @ParameterizedTest
    @CsvSource({"multipart/form-data; boundary=b, true", "application/x-www-form-urlencoded, false"})
    void a_form_with_any_one_byte_lost_or_changed_is_read_or_refused(String type, boolean parts) {
        Form form = Form.of(type).orElseThrow();
        byte[] whole = (parts ? PARTS : URL).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at++) {
            for (byte other : new byte[] {0, '\r', '\n', '"', ';', '-', '%', '=', (byte) 0xff}) {
                byte[] changed = whole.clone();
                changed[at] = other;
                assertReadOrRefused(form, changed);
            }
            byte[] shortened = new byte[whole.length - 1];
            System.arraycopy(whole, 0, shortened, 0, at);
            System.arraycopy(whole, at + 1, shortened, at, shortened.length - at);
            assertReadOrRefused(form, shortened);
        }
    }

    private static void assertReadOrRefused(Form form, byte[] body) {
        assertThatCode(() -> {
                    try {
                        Map<String, String> unused = form.read(body);
                    } catch (ChatException.Invalid e) {
                        // Refused, as it may be.
                    }
                })
                .as(() -> new String(body, StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }
}
