/** The one place where refusals and failures become answers: status, code, text and headers. */
package io.chatsphere.adapter.http.error;
