package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {
    @Test
    void two_stores_share_nothing_and_live_in_different_epochs() {
        Storage one = new InMemoryStore().storage();
        Storage other = new InMemoryStore().storage();
        RoomId room = new TestChat(one).publicRoom();

        assertThat(other.rooms().findAccess(room)).isEmpty();
        assertThat(other.changes().epoch()).isNotEqualTo(one.changes().epoch());
    }

    @Test
    void the_storages_of_one_store_share_everything() {
        InMemoryStore store = new InMemoryStore();
        RoomId room = new TestChat(store.storage()).publicRoom();

        assertThat(store.storage().rooms().findAccess(room)).isPresent();
        assertThat(store.storage().changes().epoch())
                .isEqualTo(store.storage().changes().epoch());
    }

    @Test
    void a_stretch_outside_the_allowed_limits_is_a_defect_of_the_caller() {
        Storage storage = new InMemoryStore().storage();
        RoomId room = new TestChat(storage).publicRoom();

        for (int limit : new int[] {0, -1, 1001}) {
            assertThatThrownBy(() -> storage.changes().since(room, Revision.ZERO, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
