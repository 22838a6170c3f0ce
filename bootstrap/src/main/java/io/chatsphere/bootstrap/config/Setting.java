package io.chatsphere.bootstrap.config;

import java.util.Locale;

/**
 * Everything that can be set. The name is the environment variable; the flag on the command line is the same name in lower
 * case: {@code PUBLIC_URL} and {@code --public-url}.
 */
public enum Setting {
    ENVIRONMENT("development", "development, testing or production; production refuses what is not safe"),
    HOST("0.0.0.0", "address to listen on"),
    PORT("8000", "port to listen on; 0 takes a free one"),
    PUBLIC_URL("", "address under which browsers reach the server, if it is behind a proxy"),
    TRUSTED_PROXIES("", "addresses or networks of proxies whose X-Forwarded-For counts, divided by commas: 10.0.0.0/8"),
    ALLOWED_ORIGINS(
            "http://localhost:3000,http://localhost:5173,http://127.0.0.1:3000,http://127.0.0.1:5173",
            "origins of web pages that may call the server, divided by commas or as a JSON list"),
    DATA_DIR("./data", "folder for the embedded PostgreSQL and for what is made once"),
    DATABASE_URL("", "postgresql://user:password@host:port/database; without it an embedded PostgreSQL is used"),
    DATABASE_URL_FILE("", "file that holds the DATABASE_URL"),
    POSTGRES_HOST("localhost", "instead of a DATABASE_URL: its host"),
    POSTGRES_PORT("5432", "instead of a DATABASE_URL: its port"),
    POSTGRES_USER("postgres", "instead of a DATABASE_URL: its user"),
    POSTGRES_PASSWORD("", "instead of a DATABASE_URL: its password"),
    POSTGRES_PASSWORD_FILE("", "file that holds the POSTGRES_PASSWORD"),
    POSTGRES_DB("", "instead of a DATABASE_URL: its database; named like the user if not given"),
    DB_POOL_SIZE("10", "connections to the database beside those that store messages"),
    DATABASE_START_TIMEOUT("60", "seconds to wait at the start for a database that does not answer"),
    REDIS_URL("", "redis://:password@host:port/db, rediss or redis+sentinel; joins nodes, a single one needs none"),
    REDIS_URL_FILE("", "file that holds the REDIS_URL"),
    REDIS_HOST("", "instead of a REDIS_URL: its host"),
    REDIS_PORT("6379", "instead of a REDIS_URL: its port"),
    REDIS_PASSWORD("", "instead of a REDIS_URL: its password"),
    REDIS_PASSWORD_FILE("", "file that holds the REDIS_PASSWORD"),
    REDIS_DB("0", "instead of a REDIS_URL: its database"),
    SECRET_KEY("", "signs access tokens, at least 32 bytes; in development made once and kept in DATA_DIR"),
    SECRET_KEY_FILE("", "file that holds the SECRET_KEY"),
    ACCESS_TOKEN_EXPIRE_MINUTES("30", "minutes for which an access token is good"),
    REFRESH_TOKEN_EXPIRE_DAYS("7", "days for which a refresh token is good"),
    MAX_CONNECTIONS_PER_USER("5", "live connections of one user; one more closes the oldest"),
    MAX_MESSAGE_LENGTH("4000", "greatest length of a message in characters"),
    WEBSOCKET_HEARTBEAT_INTERVAL("30", "seconds between two signs of life on a live connection"),
    WEBSOCKET_TIMEOUT("60", "seconds after which a silent live connection is closed"),
    ONLINE_LIST_LIMIT("200", "people whose list everybody gets whole; of more, changes alone are sent"),
    RATE_LIMIT_REQUESTS("600", "requests of one user in a window; 0 switches all limits off, for benchmarks"),
    RATE_LIMIT_WINDOW("60", "seconds of that window"),
    REGISTRATIONS_PER_MINUTE("60", "registrations from one address in a minute"),
    DEFAULT_LANGUAGE("zh", "language of error texts for clients that name none: zh or en"),
    LOG_LEVEL("", "debug, info, warning or error; info, in production warning"),
    LOG_FORMAT("text", "text or json"),
    LOG_FILE("", "file for the log, beside the console; in production DATA_DIR/logs/chatsphere.log"),
    ACCESS_LOG_FILE("", "file for a line on each request; in production DATA_DIR/logs/access.log"),
    DEBUG("false", "true shows where in the program an error at the start comes from");

    private final String fallback;
    private final String description;

    Setting(String fallback, String description) {
        this.fallback = fallback;
        this.description = description;
    }

    /** The value when nobody sets it; empty for none. */
    public String fallback() {
        return fallback;
    }

    /** What it means, for the help text. */
    public String description() {
        return description;
    }

    /** Its spelling on the command line. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
