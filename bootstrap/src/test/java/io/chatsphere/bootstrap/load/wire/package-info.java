/** What a load test reads of the wire, and what it keeps in files. */
package io.chatsphere.bootstrap.load.wire;
