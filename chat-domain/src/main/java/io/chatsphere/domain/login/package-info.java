/** Signing in: passwords and their hashes, logins (one per device), access and refresh tokens, and their ports. */
package io.chatsphere.domain.login;
