/** Reads forms as browsers send them; knows nothing of what their fields mean. */
package io.chatsphere.adapter.http.form;
