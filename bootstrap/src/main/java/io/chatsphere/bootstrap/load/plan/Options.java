package io.chatsphere.bootstrap.load.plan;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options as they were typed, filled in by the command line. */
public final class Options {
    @Option(
            names = "--url",
            split = ",",
            paramLabel = "URL",
            defaultValue = "http://localhost:8000",
            description = "A server to load, such as http://localhost:8000. Several nodes: repeat it, or use commas;"
                    + " connections are spread over them. (${DEFAULT-VALUE})")
    List<String> urls = List.of();

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "20",
            description = "Live connections in all. (${DEFAULT-VALUE})")
    String connections = "";

    @Option(
            names = "--connections-per-user",
            paramLabel = "N",
            defaultValue = "1",
            description = "Connections of each user; servers allow 5 on a node by default. (${DEFAULT-VALUE})")
    String perUser = "";

    @Option(
            names = "--rooms",
            paramLabel = "N",
            defaultValue = "1",
            description = "Public rooms, made for this run. (${DEFAULT-VALUE})")
    String rooms = "";

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "Connections in each room. (connections / rooms, rounded up)")
    Optional<String> members = Optional.empty();

    @Option(
            names = "--senders",
            paramLabel = "N",
            description = "How many write, each from one connection to one room; rooms take turns. (all connections)")
    Optional<String> senders = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Open loop: messages a second in all, by a timetable that does not wait for the server."
                    + " Latency counts from when a message was due. (10, unless --window is given)")
    Optional<String> rate = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Closed loop: each sender keeps N messages unacknowledged and writes the next when one is"
                    + " acknowledged. Finds the greatest throughput; its latencies say less.")
    Optional<String> window = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "100",
            description = "Length of a message's text. (${DEFAULT-VALUE})")
    String size = "";

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "3s",
            description = "Load before the measurement begins: 500ms, 3s, 2m, 1h. (${DEFAULT-VALUE})")
    String warmup = "";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How long is measured. (${DEFAULT-VALUE})")
    String duration = "";

    @Option(
            names = "--drain",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long messages and connections may take to arrive after the last one was sent."
                    + " (${DEFAULT-VALUE})")
    String drain = "";

    @Option(
            names = "--churn",
            paramLabel = "N",
            defaultValue = "0",
            description = "Connections a second that are lost, in turn cut off and closed, and come back, to the next"
                    + " node, with resume. May be a fraction. (${DEFAULT-VALUE})")
    String churn = "";

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "Keep the accounts in this file, readable by you alone, and use those in it. One file for"
                    + " each server.")
    Optional<String> accounts = Optional.empty();

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "Use these users instead of registering any: an access token in each line.")
    Optional<String> tokens = Optional.empty();

    @Option(
            names = "--pid",
            split = ",",
            paramLabel = "PID",
            description = "Processes of the server on this machine, with the children of each: CPU and memory are put"
                    + " into the report.")
    List<String> pids = List.of();

    @Option(names = "--json", description = "Write the report for programs, and nothing else, to standard output.")
    boolean json;

    @Option(
            names = "--yes-load-this-server",
            description = "Needed for a server that is not on this machine: you are allowed to load it.")
    boolean permitted;
}
