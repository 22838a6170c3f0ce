package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One call of {@code append}: its drafts split by writer, and the answers put together again. */
final class AppendCall {
    private final int size;
    private final SortedMap<Integer, Part> parts = new TreeMap<>();

    AppendCall(List<MessageDraft> drafts, int writers) {
        this.size = drafts.size();
        SortedMap<Integer, List<Integer>> indexes = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int writer = Math.floorMod(drafts.get(i).room().hashCode(), writers);
            indexes.computeIfAbsent(writer, key -> new ArrayList<>()).add(i);
        }
        indexes.forEach((writer, at) -> parts.put(
                writer,
                new Part(at, new AppendSlice(at.stream().map(drafts::get).toList()))));
    }

    /** Each writer's slice. */
    SortedMap<Integer, AppendSlice> slices() {
        SortedMap<Integer, AppendSlice> slices = new TreeMap<>();
        parts.forEach((writer, part) -> slices.put(writer, part.slice()));
        return slices;
    }

    /**
     * Waits for all slices. If nothing was added by any, the call failed. If only some failed, their drafts are answered as
     * stale: nothing of them was added, and who judges them again also tries them again. What nobody knows the end of is
     * answered so, and spoils nothing beside it.
     */
    List<Appended> await() throws InterruptedException {
        List<Appended> answers = new ArrayList<>(Collections.nCopies(size, new Appended.Stale()));
        List<AppendFailure> failures = new ArrayList<>();
        for (Part part : parts.values()) {
            switch (part.slice().await()) {
                case AppendSlice.Outcome.Answered answered -> part.put(answered.answers(), answers);
                case AppendSlice.Outcome.Failed(var failure)
                when failure.kind() == AppendFailure.Kind.UNKNOWN ->
                    part.putEverywhere(new Appended.Unknown(), answers);
                case AppendSlice.Outcome.Failed(var failure) -> failures.add(failure);
            }
        }
        if (!failures.isEmpty() && failures.size() == parts.size()) {
            throw failures.getFirst().toCaller();
        }
        return answers;
    }

    private record Part(List<Integer> indexes, AppendSlice slice) {
        void put(List<Appended> from, List<Appended> to) {
            for (int i = 0; i < indexes.size(); i++) {
                to.set(indexes.get(i), from.get(i));
            }
        }

        void putEverywhere(Appended answer, List<Appended> to) {
            indexes.forEach(i -> to.set(i, answer));
        }
    }
}
