/** Files that only their owner may read, and folders that go again. */
package io.chatsphere.bootstrap.files;
