/** Headers that every answer carries: what browsers may do with it, and which pages may read it. */
package io.chatsphere.adapter.http.header;
