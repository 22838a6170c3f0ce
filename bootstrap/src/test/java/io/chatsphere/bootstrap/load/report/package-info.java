/** What a load test says in the end. */
package io.chatsphere.bootstrap.load.report;
