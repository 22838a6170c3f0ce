/** Whether the parts that a server is made of work: what a health check asks. */
package io.chatsphere.application.health;
