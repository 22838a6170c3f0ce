package io.chatsphere.application.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that goes by when a test says so. */
final class ManualLater implements Later {
    private final List<Step> steps = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Step(Duration at, Runnable action) {}

    @Override
    public synchronized void after(Duration delay, Runnable step) {
        steps.add(new Step(now.plus(delay), step));
    }

    /** Lets time go by and runs what is due, in its order. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        for (List<Step> due = due(end); !due.isEmpty(); due = due(end)) {
            due.forEach(step -> step.action().run());
        }
        now = end;
    }

    /** The steps that are due first, of those due by {@code end}: it is now as late as they are. */
    private synchronized List<Step> due(Duration end) {
        List<Step> due = steps.stream()
                .filter(step -> step.at().compareTo(end) <= 0)
                .min(Comparator.comparing(Step::at))
                .map(List::of)
                .orElse(List.of());
        steps.removeAll(due);
        due.forEach(step -> now = step.at());
        return due;
    }
}
