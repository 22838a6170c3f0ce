package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;
import java.util.ArrayList;
import java.util.List;

/** Steps that wait until a feed has delivered a revision. Touched on the feed's turn alone. */
final class Deferred {
    private final List<Step> steps = new ArrayList<>();

    private record Step(Revision at, Runnable action) {}

    void add(Revision at, Runnable action) {
        steps.add(new Step(at, action));
    }

    /** The next change is {@code next}: runs what waited for an earlier one, in the order in which it was added. */
    void runBefore(Revision next) {
        if (!steps.isEmpty()) {
            List<Step> due =
                    steps.stream().filter(step -> next.isAfter(step.at())).toList();
            steps.removeAll(due);
            due.forEach(step -> step.action().run());
        }
    }

    /** Runs all: what they wait for never comes. */
    void runAll() {
        List<Step> all = List.copyOf(steps);
        steps.clear();
        all.forEach(step -> step.action().run());
    }
}
