package io.chatsphere.bootstrap;

/** The entry point of the executable jar. */
public final class Main {
    private Main() {}

    /**
     * Prints the name of the program.
     *
     * @param args not used yet
     */
    public static void main(String[] args) {
        System.out.println("ChatSphere");
    }
}
