package io.chatsphere.bootstrap.process.cluster;

/** How Redis is while a promise is tested: it holds in either case. */
enum Redis {
    UP {
        @Override
        AutoCloseable with(ChatCluster cluster) {
            return () -> {};
        }
    },
    KILLED {
        @Override
        AutoCloseable with(ChatCluster cluster) {
            cluster.redis().kill();
            return cluster.redis()::restart;
        }
    };

    /** Makes it so, until this is closed. */
    abstract AutoCloseable with(ChatCluster cluster);
}
