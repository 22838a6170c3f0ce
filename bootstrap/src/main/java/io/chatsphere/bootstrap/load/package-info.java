/**
 * The load tester: a client of any ChatSphere, which knows of servers what their documents say and nothing else. Used by the
 * command line alone.
 */
package io.chatsphere.bootstrap.load;
