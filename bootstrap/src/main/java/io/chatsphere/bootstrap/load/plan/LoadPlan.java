package io.chatsphere.bootstrap.load.plan;

import java.net.URI;
import java.util.List;

/**
 * What a load test does; checked.
 *
 * @param urls of the nodes, at least one
 * @param size of a message's content in bytes
 * @param churn connections a second that are lost and come back
 * @param pids of the server's processes on this machine
 * @param json whether the report is for programs
 */
public record LoadPlan(
        List<URI> urls,
        Shape shape,
        Pace pace,
        int size,
        Timing timing,
        double churn,
        People people,
        List<Long> pids,
        boolean json) {
    public LoadPlan {
        urls = List.copyOf(urls);
        pids = List.copyOf(pids);
    }
}
