/** Asks the server, when all is quiet, for what it stored and counted, and hands that to the audit. */
package io.chatsphere.bootstrap.load.check;
