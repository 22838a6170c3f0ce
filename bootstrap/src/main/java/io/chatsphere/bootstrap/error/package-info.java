/** Why the server does not start, said to people. Used by all of bootstrap. */
package io.chatsphere.bootstrap.error;
