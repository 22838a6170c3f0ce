package io.chatsphere.bootstrap.process.cluster.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes of each room as they came over one connection. Each must follow the one before, except that a resume begins
 * where it was asked to.
 */
final class Chain {
    private final Map<Chat, Link> links = new HashMap<>();

    private static final class Link {
        private Optional<Long> last = Optional.empty();
        private final List<Long> asked = new ArrayList<>();
        private boolean removed;
    }

    /** The client asks for what it missed behind this revision. */
    void ask(Chat chat, long revision) {
        link(chat).asked.add(revision);
    }

    /** The answer to an {@link #ask}; false if none was to come, since the room began anew meanwhile. */
    boolean resumed(Chat chat, long revision) {
        Link link = link(chat);
        if (link.asked.isEmpty()) {
            return false;
        }
        link.asked.removeFirst();
        link.last = Optional.of(revision);
        return true;
    }

    /** The room begins anew. */
    void added(Chat chat) {
        links.remove(chat);
    }

    void removed(Chat chat) {
        added(chat);
        link(chat).removed = true;
    }

    /** Whether the client was told that the room is no longer its own. */
    boolean isRemoved(Chat chat) {
        return link(chat).removed;
    }

    /** What is wrong with this change in this place. */
    Optional<Finding.Kind> fault(Chat chat, Step step) {
        Link link = link(chat);
        Optional<Long> last = link.last;
        link.last = Optional.of(step.revision());
        if (link.removed) {
            return Optional.of(Finding.Kind.UNENTITLED);
        }
        boolean follows = last.isEmpty() || last.get() == step.prev();
        boolean resumes = link.asked.contains(step.prev());
        if (follows || resumes) {
            return Optional.empty();
        }
        if (step.revision() == last.orElseThrow()) {
            return Optional.of(Finding.Kind.DUPLICATED);
        }
        return Optional.of(step.prev() > last.orElseThrow() ? Finding.Kind.LOST : Finding.Kind.REORDERED);
    }

    private Link link(Chat chat) {
        return links.computeIfAbsent(chat, any -> new Link());
    }
}
