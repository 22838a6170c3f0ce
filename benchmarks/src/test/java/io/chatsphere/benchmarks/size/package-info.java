/** Compares what few and many messages cost. Nothing else may use it. */
package io.chatsphere.benchmarks.size;
