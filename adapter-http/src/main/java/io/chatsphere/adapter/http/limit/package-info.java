/** Counts requests, and tells clients what is left of their budgets. */
package io.chatsphere.adapter.http.limit;
