/** The auditor of load tests is shown every fault that it is to find. */
package io.chatsphere.bootstrap.load.audit;
