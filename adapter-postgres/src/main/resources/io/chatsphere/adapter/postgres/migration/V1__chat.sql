-- Users, logins, rooms, members, messages and their counters.
-- Names are unqualified: the tables go to the first schema of the connection's search_path.

-- One life of this store. A restore from a backup must change it, so that clients drop their cursors.
CREATE TABLE epoch (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    value uuid NOT NULL
);
INSERT INTO epoch (value) VALUES (gen_random_uuid());

-- Keys are folded by the server (NFKC, without case), so that no collation decides who is who.
CREATE TABLE users (
    id uuid PRIMARY KEY,
    username text NOT NULL,
    username_key text NOT NULL COLLATE "C" CONSTRAINT users_username_key UNIQUE,
    email text,
    email_key text COLLATE "C" CONSTRAINT users_email_key UNIQUE,
    display_name text NOT NULL,
    password_hash text,
    avatar_url text,
    bio text,
    provider text NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen timestamptz,
    user_revision bigint NOT NULL DEFAULT 0
);

-- Narrow, half empty pages and no index beside the key: every update stays on its page (HOT).
CREATE TABLE user_counters (
    user_id uuid PRIMARY KEY REFERENCES users (id),
    revision bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE logins (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id),
    device text NOT NULL,
    address text NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    user_revision bigint NOT NULL DEFAULT 0
);
CREATE INDEX logins_of_user ON logins (user_id, user_revision);
CREATE INDEX logins_by_expiry ON logins (expires_at);

-- A family is a login: all its refresh tokens descend from its first one.
CREATE TABLE refresh_tokens (
    hash bytea PRIMARY KEY,
    family uuid NOT NULL REFERENCES logins (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_of_family ON refresh_tokens (family);

CREATE TABLE ws_tickets (
    hash bytea PRIMARY KEY,
    login_id uuid NOT NULL REFERENCES logins (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX ws_tickets_of_login ON ws_tickets (login_id);
CREATE INDEX ws_tickets_by_expiry ON ws_tickets (expires_at);

CREATE TABLE nodes (
    id uuid PRIMARY KEY,
    started_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);

-- user_low is the one of a pair whose id sorts first.
CREATE TABLE rooms (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    slug text COLLATE "C" CONSTRAINT rooms_slug UNIQUE,
    user_low uuid REFERENCES users (id),
    user_high uuid REFERENCES users (id),
    name text NOT NULL,
    description text,
    avatar_url text,
    max_members integer,
    history_visibility text NOT NULL,
    parent_id uuid REFERENCES rooms (id),
    created_by uuid REFERENCES users (id),
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    revision bigint NOT NULL DEFAULT 0,
    CONSTRAINT rooms_pair UNIQUE (user_low, user_high),
    CONSTRAINT rooms_public_has_slug CHECK ((kind = 'PUBLIC') = (slug IS NOT NULL)),
    CONSTRAINT rooms_direct_has_pair
        CHECK ((kind = 'DIRECT') = (user_low IS NOT NULL AND user_high IS NOT NULL) AND user_low < user_high)
);
CREATE INDEX rooms_public ON rooms (created_at, slug) WHERE kind = 'PUBLIC' AND archived_at IS NULL;
CREATE INDEX rooms_of_high ON rooms (user_high) WHERE user_high IS NOT NULL;
CREATE INDEX rooms_of_parent ON rooms (parent_id) WHERE parent_id IS NOT NULL;

-- As user_counters: every message updates one row here.
CREATE TABLE room_counters (
    room_id uuid PRIMARY KEY REFERENCES rooms (id),
    position bigint NOT NULL DEFAULT 0,
    revision bigint NOT NULL DEFAULT 0,
    access_revision bigint NOT NULL DEFAULT 0,
    last_message_at timestamptz
) WITH (fillfactor = 50);

-- Former members stay, with left_at.
CREATE TABLE room_members (
    room_id uuid NOT NULL REFERENCES rooms (id),
    user_id uuid NOT NULL REFERENCES users (id),
    role text NOT NULL,
    joined_revision bigint NOT NULL,
    joined_position bigint NOT NULL,
    joined_at timestamptz NOT NULL,
    revision bigint NOT NULL DEFAULT 0,
    user_revision bigint NOT NULL,
    left_at timestamptz,
    PRIMARY KEY (room_id, user_id)
);
CREATE INDEX room_members_of_user ON room_members (user_id, user_revision);
CREATE INDEX room_members_changes ON room_members (room_id, revision) WHERE revision > 0;
CREATE INDEX room_members_with_role ON room_members (room_id) WHERE role <> 'MEMBER' AND left_at IS NULL;

-- What concerns one member alone and moves nobody else's revision.
CREATE TABLE room_preferences (
    room_id uuid NOT NULL REFERENCES rooms (id),
    user_id uuid NOT NULL REFERENCES users (id),
    user_revision bigint NOT NULL DEFAULT 0,
    read_position bigint NOT NULL,
    unread_floor bigint NOT NULL DEFAULT 0,
    muted boolean NOT NULL DEFAULT false,
    pinned boolean NOT NULL DEFAULT false,
    archived boolean NOT NULL DEFAULT false,
    PRIMARY KEY (room_id, user_id)
);
CREATE INDEX room_preferences_of_user ON room_preferences (user_id, user_revision);

-- Keyed by room, without foreign keys and without a unique key over all rooms, so that it can be partitioned by room.
-- A deleted message keeps its row and loses its content. Columns of fixed width come first: no padding.
CREATE TABLE messages (
    room_id uuid NOT NULL,
    position bigint NOT NULL,
    id uuid NOT NULL,
    sent_revision bigint NOT NULL,
    revision bigint NOT NULL,
    from_user_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz,
    reply_to_position bigint,
    request_hash uuid,
    message_type text NOT NULL,
    client_message_id text COLLATE "C",
    content text,
    PRIMARY KEY (room_id, position),
    CONSTRAINT messages_content_until_deleted CHECK ((content IS NULL) = (deleted_at IS NOT NULL))
);
CREATE UNIQUE INDEX messages_once ON messages (room_id, from_user_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
CREATE INDEX messages_by_id ON messages (id);
CREATE INDEX messages_changes ON messages (room_id, revision);
CREATE INDEX messages_of_sender ON messages (room_id, from_user_id, position);
CREATE INDEX messages_deleted ON messages (room_id, position) WHERE deleted_at IS NOT NULL;

-- The messages under the column names that earlier tools of this chat read.
CREATE VIEW seed_messages AS
SELECT
    m.id,
    m.from_user_id,
    CASE WHEN r.kind = 'DIRECT' THEN
        CASE m.from_user_id WHEN r.user_low THEN r.user_high ELSE r.user_low END
    END AS to_user_id,
    r.slug AS room_id,
    CASE r.kind WHEN 'GROUP' THEN r.id END AS group_id,
    m.content,
    m.message_type,
    CASE r.kind WHEN 'DIRECT' THEN 'PRIVATE' WHEN 'PUBLIC' THEN 'ROOM' ELSE r.kind END AS chat_type,
    replied.id AS reply_to_id,
    m.edited_at IS NOT NULL AS is_edited,
    m.created_at
FROM messages m
JOIN rooms r ON r.id = m.room_id
LEFT JOIN messages replied ON replied.room_id = m.room_id AND replied.position = m.reply_to_position
WHERE m.deleted_at IS NULL;
