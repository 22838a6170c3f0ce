package io.chatsphere.bootstrap.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageTextTest {
    @ParameterizedTest
    @CsvSource({"10, 0", "10, 999999999", "100, 7", "100, 123456", "4000, 42"})
    void a_text_tells_its_number_and_only_if_it_is_whole(int size, int number) {
        MessageText texts = new MessageText("run", size);
        String text = texts.text(number);

        assertThat(text).hasSize(size).isEqualTo(text.strip());
        assertThat(texts.numberOf(text)).isEqualTo(number);
        assertThat(texts.number(texts.clientId(number))).isEqualTo(number);
        assertThat(texts.numberOf(text.substring(1))).isNotEqualTo(number);
        assertThat(texts.numberOf(text.substring(0, size - 1) + "!")).isEqualTo(MessageText.NONE);
        assertThat(texts.numberOf(text + " ")).isEqualTo(MessageText.NONE);
    }

    @ParameterizedTest
    @CsvSource({"other-1", "run-", "run-x", "run-1x", "run-12345678901", "''"})
    void what_is_of_no_message_of_the_run_has_no_number(String clientId) {
        assertThat(new MessageText("run", 10).number(clientId)).isEqualTo(MessageText.NONE);
    }
}
