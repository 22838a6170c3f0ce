package io.chatsphere.bootstrap.load.plan;

import java.nio.file.Path;

/** Where the users come from. */
public sealed interface People {
    /** They are registered, and forgotten afterwards. */
    record New() implements People {}

    /** They are in this file, and those that lack are registered and kept there. */
    record Kept(Path file) implements People {}

    /** Somebody else made them; the file holds an access token in each line. */
    record Strangers(Path tokens) implements People {}
}
