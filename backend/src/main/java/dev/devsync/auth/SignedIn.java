package dev.devsync.auth;

import dev.devsync.users.User;

/** A user with the tokens of a session just opened. */
record SignedIn(User user, IssuedTokens tokens) {}
