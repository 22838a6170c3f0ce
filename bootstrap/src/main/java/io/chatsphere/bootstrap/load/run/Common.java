package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.Findings;
import io.chatsphere.bootstrap.load.audit.Ledger;
import io.chatsphere.bootstrap.load.wire.MessageText;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all connections share.
 *
 * @param timer for what is done later; must not be blocked
 * @param threads for what waits for the server
 */
record Common(
        HttpClient http,
        List<URI> nodes,
        MessageText texts,
        Ledger ledger,
        Findings findings,
        Counters counters,
        Latencies latencies,
        ScheduledExecutorService timer,
        ExecutorService threads) {}
