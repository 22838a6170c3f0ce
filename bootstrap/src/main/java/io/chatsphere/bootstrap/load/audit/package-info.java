/**
 * Judges what a server did: what it acknowledged, stored, delivered and counted, held against one another. Knows no protocol:
 * it is fed with plain values, by the wire in a load test and by hand in its own tests.
 */
package io.chatsphere.bootstrap.load.audit;
