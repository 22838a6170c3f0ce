/** Where a request comes from, and what of its headers about that is believed. */
package io.chatsphere.adapter.http.client;
