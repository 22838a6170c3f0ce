/** Tests of the jar that people start: real processes, a real database, clients that speak what clients speak. */
package io.chatsphere.bootstrap.process;
