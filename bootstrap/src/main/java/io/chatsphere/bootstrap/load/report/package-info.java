/** What a load test found, for people and for programs, and how far it is while it runs. */
package io.chatsphere.bootstrap.load.report;
