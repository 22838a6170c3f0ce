/**
 * The world that live delivery is simulated in: a store that can be away and go back in time, a network between nodes that loses
 * and delays, and clients that hold what they are told against what was committed. For the tests of {@code delivery}.
 */
package io.chatsphere.application.simulation;
