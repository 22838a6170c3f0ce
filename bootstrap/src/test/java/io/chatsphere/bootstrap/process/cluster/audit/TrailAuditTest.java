package io.chatsphere.bootstrap.process.cluster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.process.cluster.audit.RoomRecord.Written;
import io.chatsphere.bootstrap.process.cluster.client.Chat;
import io.chatsphere.bootstrap.process.cluster.client.Finding;
import io.chatsphere.bootstrap.process.cluster.client.Finding.Kind;
import io.chatsphere.bootstrap.process.cluster.client.Findings;
import io.chatsphere.bootstrap.process.cluster.client.Step;
import io.chatsphere.bootstrap.process.cluster.client.Trail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An audit that finds nothing proves something only if it finds what is wrong. */
final class TrailAuditTest {
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BERT = new UUID(1, 2);
    private static final Chat CHAT = new Chat("group", "circle");

    private final RoomRecord room = new RoomRecord(new UUID(2, 2), false);
    private final Trail trail = new Trail();
    private long position;

    TrailAuditTest() {
        member(0, ANNA, "owner", 0);
        message(1, "one");
        message(2, "two");
        edit(3, 1, "one again");
        member(4, BERT, "member", 4);
        message(5, "three");
    }

    @Test
    void all_changes_in_order_are_right() {
        trail.begin(0);
        tell(1, 0, "one");
        tell(2, 1, "two");
        tellOf(3, 2, 1, "one again");
        trail.take(new Step(3, 4, BERT, "member".hashCode()));
        tell(5, 4, "three");

        assertThat(audit(ANNA)).isEmpty();
    }

    @Test
    void a_later_state_may_stand_for_an_earlier_one() {
        trail.begin(0);
        tell(2, 0, "two");
        tellOf(3, 2, 1, "one again");
        trail.take(new Step(3, 4, BERT, "member".hashCode()));
        tell(5, 4, "three");

        assertThat(audit(ANNA)).isEmpty();
    }

    @Test
    void a_change_that_was_never_told_is_lost() {
        trail.begin(0);
        tell(1, 0, "one");
        tellOf(3, 1, 1, "one again");
        trail.take(new Step(3, 4, BERT, "member".hashCode()));
        tell(5, 4, "three");

        assertThat(audit(ANNA)).containsExactly(Kind.LOST);
    }

    @Test
    void an_end_that_was_never_reached_is_lost() {
        trail.begin(3);
        trail.take(new Step(3, 4, BERT, "member".hashCode()));

        assertThat(audit(ANNA)).containsExactly(Kind.LOST);
    }

    @Test
    void a_new_beginning_without_a_new_membership_is_lost() {
        trail.begin(0);
        tell(1, 0, "one");
        trail.end();
        trail.begin(5);

        assertThat(audit(ANNA)).containsExactly(Kind.LOST);
    }

    @Test
    void what_came_before_the_membership_was_not_for_them() {
        trail.begin(2);
        tellOf(3, 2, 1, "one again");
        trail.take(new Step(3, 4, BERT, "member".hashCode()));
        tell(5, 4, "three");

        assertThat(audit(BERT)).containsExactly(Kind.UNENTITLED, Kind.UNENTITLED);
    }

    @Test
    void what_was_dropped_counts_as_pushed() {
        trail.begin(4);
        tell(2, 1, "two");
        tell(5, 4, "three");

        assertThat(audit(BERT)).containsExactly(Kind.UNENTITLED);
    }

    @Test
    void another_content_than_the_committed_one_is_found() {
        trail.begin(4);
        tell(5, 4, "four");

        assertThat(audit(ANNA)).containsExactly(Kind.UNEXPECTED);
    }

    @Test
    void a_revision_or_position_out_of_order_is_found() {
        message(7, "five");
        position++;
        message(8, "six");

        assertThat(room.faults()).hasSize(2);
    }

    private List<Kind> audit(UUID reader) {
        Findings findings = new Findings();
        new TrailAudit(findings, "reader", reader, CHAT, room).check(trail);
        return findings.told().stream().map(Finding::kind).toList();
    }

    private void message(long revision, String content) {
        position++;
        room.add(new Written(
                RoomRecord.Kind.MESSAGE, revision, new UUID(3, revision), Optional.of(content), position, 0));
    }

    private void edit(long revision, long sent, String content) {
        room.add(new Written(RoomRecord.Kind.MESSAGE, revision, new UUID(3, sent), Optional.of(content), sent, 0));
    }

    private void member(long revision, UUID user, String role, long joined) {
        room.add(new Written(RoomRecord.Kind.MEMBER, revision, user, Optional.of(role), 0, joined));
    }

    private void tell(long revision, long prev, String content) {
        tellOf(revision, prev, revision, content);
    }

    private void tellOf(long revision, long prev, long sent, String content) {
        trail.take(new Step(prev, revision, new UUID(3, sent), content.hashCode()));
    }
}
