package io.chatsphere.bootstrap.process.cluster.client;

/**
 * How much an audit has looked at: without it, nothing found would say nothing.
 *
 * @param applied changes that clients applied
 * @param compressed changes for which a later one stood
 * @param stretches unbroken stretches of a room at a client
 * @param resumes how often clients asked for what they missed
 * @param resets how often a cursor meant nothing any more
 */
public record Volume(long applied, long compressed, long stretches, long resumes, long resets) {
    /** Nothing. */
    public static final Volume NONE = new Volume(0, 0, 0, 0, 0);

    /** Both together. */
    public Volume plus(Volume other) {
        return new Volume(
                applied + other.applied,
                compressed + other.compressed,
                stretches + other.stretches,
                resumes + other.resumes,
                resets + other.resets);
    }

    static Volume of(Stretch stretch) {
        int applied = stretch.steps().size();
        return new Volume(applied, stretch.cursor() - stretch.start() - applied, 1, 0, 0);
    }
}
