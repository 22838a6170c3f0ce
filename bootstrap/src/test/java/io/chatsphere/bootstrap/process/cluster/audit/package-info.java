/** Compares what clients got with the database's own record of every committed change. */
package io.chatsphere.bootstrap.process.cluster.audit;
