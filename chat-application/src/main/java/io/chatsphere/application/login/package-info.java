/** Who is calling: signing in, the tokens of a login, and telling a caller from a token. */
package io.chatsphere.application.login;
