/**
 * What can be set, where a setting is looked up, and the configuration made of it: complete and checked, or one list of all
 * faults. Used by the command line and the composition.
 */
package io.chatsphere.bootstrap.config;
