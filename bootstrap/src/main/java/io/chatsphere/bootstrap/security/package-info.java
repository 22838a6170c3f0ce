/** Access tokens as JWT and passwords by bcrypt. Used by the composition alone; nothing else knows either library. */
package io.chatsphere.bootstrap.security;
