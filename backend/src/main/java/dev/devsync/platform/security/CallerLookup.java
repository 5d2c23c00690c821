package dev.devsync.platform.security;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;

/** Finds the user behind a token; implemented where sessions are kept. */
public interface CallerLookup {

  /** Fetches user, role and session validity in one query. */
  Result find(TokenClaims claims, Origin origin);

  /** Somebody, or the reason for nobody. */
  sealed interface Result {

    record Found(Caller caller) implements Result {}

    record Rejected(TokenProblem problem) implements Result {}
  }
}
