/**
 * The server: reads the configuration, composes the core with its adapters, starts and stops them, and offers the command
 * line. It may use every module; no module may use it.
 */
package io.chatsphere.bootstrap;
