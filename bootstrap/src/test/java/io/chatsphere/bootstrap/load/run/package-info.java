/** When messages are sent, and when connections come back. */
package io.chatsphere.bootstrap.load.run;
