/** Files that only their owner may read. Used by the configuration and the embedded database. */
package io.chatsphere.bootstrap.files;
