package dev.devsync.github.oauth;

/** The body of error shape E9. */
record OauthError(String error, String message, boolean success) {}
