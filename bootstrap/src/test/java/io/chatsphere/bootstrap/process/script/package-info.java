/** The start script, run as people run it. */
package io.chatsphere.bootstrap.process.script;
