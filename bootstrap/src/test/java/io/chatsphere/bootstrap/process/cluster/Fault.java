package io.chatsphere.bootstrap.process.cluster;

/** What happens to a part of the cluster, and is healed after a while. */
enum Fault {
    NODE_KILLED,
    NODE_TERMINATED,
    REDIS_KILLED,
    POSTGRES_STOPPED,
    POSTGRES_CRASHED,
    WAY_TO_REDIS_CUT,
    WAY_TO_REDIS_SILENT,
    CLIENTS_DROPPED
}
