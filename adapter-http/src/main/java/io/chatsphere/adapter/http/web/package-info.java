/** What every feature needs to read requests and to write answers: access, bodies, queries, languages, headers. */
package io.chatsphere.adapter.http.web;
