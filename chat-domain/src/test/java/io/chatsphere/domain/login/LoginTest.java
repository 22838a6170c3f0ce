package io.chatsphere.domain.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.contract.Fixtures;
import org.junit.jupiter.api.Test;

class LoginTest {
    @Test
    void the_name_of_a_device_is_cut_after_200_characters() {
        assertEquals("a".repeat(200), login("a".repeat(201)).device());
        assertEquals("a".repeat(200), login("a".repeat(200)).device());
    }

    @Test
    void a_cut_never_splits_a_character() {
        assertEquals("a" + "🎈".repeat(199), login("a" + "🎈".repeat(300)).device());
    }

    @Test
    void what_no_store_can_keep_is_left_out_of_the_name_of_a_device() {
        assertEquals("Device 1", login("\0De\uD800vice\n 1\uDC00").device());
    }

    private static Login login(String device) {
        Login login = Fixtures.login(Fixtures.userId()).login();
        return Login.begun(login.id(), login.user(), device, login.address(), login.createdAt(), login.expiresAt());
    }
}
