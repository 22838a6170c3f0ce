/** The command line: its commands and flags, and what people read when something is wrong. Used by the entry point alone. */
package io.chatsphere.bootstrap.cli;
