/** Accounts: registering, users whom a host application brings, and what users look like to a client. */
package io.chatsphere.application.user;
