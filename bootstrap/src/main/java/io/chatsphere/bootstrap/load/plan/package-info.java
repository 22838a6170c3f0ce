/** What a load test is to do: its options, all faults of them in one answer, and who sits in which room. Used by all of load. */
package io.chatsphere.bootstrap.load.plan;
