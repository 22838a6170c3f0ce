/**
 * How the core refuses: one sealed exception and its stable codes. Everybody may throw and catch these; each protocol maps
 * them in one exhaustive switch.
 */
package io.chatsphere.domain.error;
