package io.chatsphere.adapter.http.web;

/** That it went well, for people; what routes answer that have nothing else to say. */
public record Note(String message) {}
