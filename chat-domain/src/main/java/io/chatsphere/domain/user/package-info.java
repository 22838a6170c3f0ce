/** Users: who somebody is, what names may look like, and the port that keeps them. */
package io.chatsphere.domain.user;
