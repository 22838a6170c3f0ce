package io.chatsphere.application.delivery;

import static io.chatsphere.application.delivery.FeedFixture.ROOM;
import static io.chatsphere.application.delivery.FeedFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When typing begins and ends. */
class TypistsTest {
    private static final UserSummary ANNA = user("anna");
    private static final RoomAddress CHAT = new RoomAddress.Group(ROOM);

    private final ManualLater later = new ManualLater();
    private final Typists typists = new Typists(later);
    private final List<Boolean> shown = new ArrayList<>();

    @Test
    void it_ends_by_itself_after_six_seconds_of_silence() {
        begin();

        later.pass(Duration.ofMillis(5_999));
        assertThat(shown).containsExactly(true);
        later.pass(Duration.ofMillis(1));

        assertThat(shown).containsExactly(true, false);
    }

    @Test
    void a_repeat_prolongs_it_without_being_shown_again_so_soon() {
        begin();
        later.pass(Duration.ofMillis(1_900));

        assertThat(typists.prolong(ANNA.id(), CHAT)).isTrue();
        later.pass(Duration.ofMillis(5_900));
        assertThat(shown).containsExactly(true);
        later.pass(Duration.ofMillis(100));

        assertThat(shown).containsExactly(true, false);
    }

    @Test
    void a_repeat_after_two_seconds_is_to_be_shown_again() {
        begin();
        later.pass(Typists.REPEAT);

        assertThat(typists.prolong(ANNA.id(), CHAT)).isFalse();
        begin();
        later.pass(Duration.ofMillis(5_900));

        assertThat(shown).containsExactly(true, true);
    }

    @Test
    void who_stops_has_stopped_once_and_begins_anew() {
        begin();

        assertThat(typists.end(ANNA.id(), CHAT)).isTrue();
        assertThat(typists.end(ANNA.id(), CHAT)).isFalse();
        begin();
        later.pass(Duration.ofMillis(5_999));
        assertThat(shown).containsExactly(true, false, true);
        later.pass(Duration.ofMillis(1));

        assertThat(shown).containsExactly(true, false, true, false);
    }

    @Test
    void who_is_gone_has_stopped_everywhere() {
        begin();
        typists.begin(ANNA, new RoomAddress.Direct(user("bert").id()), this::show);

        typists.gone(ANNA.id());
        later.pass(Typists.SILENCE);

        assertThat(shown).containsExactly(true, true, false, false);
    }

    @Test
    void one_chat_ends_without_the_other() {
        RoomAddress other = new RoomAddress.Direct(user("bert").id());
        begin();
        typists.begin(ANNA, other, this::show);

        typists.end(ANNA.id(), other);

        assertThat(typists.prolong(ANNA.id(), CHAT)).isTrue();
        assertThat(typists.prolong(ANNA.id(), other)).isFalse();
    }

    private void begin() {
        typists.begin(ANNA, CHAT, this::show);
    }

    private void show(Signal signal) {
        shown.add(((Signal.Typing) signal).isTyping());
    }
}
