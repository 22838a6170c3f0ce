/** Routes about registering, signing in and tokens. */
package io.chatsphere.adapter.http.login;
