-- Searching users by their names, listing and ending their logins, forgetting what has expired.

-- The server makes the keys of names. Of names that are there already this makes what SQL can: the same, unless the
-- database's locale folds fewer letters; changing a name makes its key anew.
ALTER TABLE users ADD COLUMN display_name_key text COLLATE "C";
UPDATE users SET
    display_name_key = replace(normalize(lower(upper(normalize(display_name, NFKC))), NFKC), 'ς', 'σ'),
    -- Keys no longer tell apart the two small letters of one sigma; no two keys become equal by this.
    username_key = replace(username_key, 'ς', 'σ'),
    email_key = replace(email_key, 'ς', 'σ');
ALTER TABLE users ALTER COLUMN display_name_key SET NOT NULL;

-- With the usernames, by whose order what is found is sorted.
CREATE INDEX users_by_display_name ON users (display_name_key, username_key) WHERE is_active;

CREATE INDEX logins_open_of_user ON logins (user_id, last_seen_at, id) WHERE ended_at IS NULL;
CREATE INDEX logins_by_end ON logins (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);
