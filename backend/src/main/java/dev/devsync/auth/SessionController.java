package dev.devsync.auth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeping, listing and ending sessions. */
@RestController
@RequestMapping("/api/v1/auth")
class SessionController {

  private final PresentedSession presented;
  private final Refreshing refreshing;
  private final OwnSessions own;
  private final SessionCookies cookies;

  SessionController(
      PresentedSession presented, Refreshing refreshing, OwnSessions own, SessionCookies cookies) {
    this.presented = presented;
    this.refreshing = refreshing;
    this.own = own;
    this.cookies = cookies;
  }

  @PostMapping("/refresh")
  @OpenTo(OpenTo.Audience.SESSION_HOLDERS)
  Refreshed refresh(HttpServletRequest request, HttpServletResponse response, Origin origin) {
    return switch (presented.refresh(request, claims -> refreshing.refresh(claims, origin))) {
      case Refreshing.Outcome.Renewed(IssuedTokens tokens) -> {
        cookies.set(response, tokens);
        yield new Refreshed("Token refreshed successfully", tokens.access(), tokens.access());
      }
      case Refreshing.Outcome.Refused(var problem) -> throw problem.refusal();
    };
  }

  @PostMapping("/logout")
  @OpenTo(OpenTo.Audience.SESSION_HOLDERS)
  Message logout(HttpServletRequest request, HttpServletResponse response) {
    try {
      own.logout(presented.holder(request));
    } catch (ApiException refusal) {
      if (refusal.status() == HttpStatus.UNAUTHORIZED) {
        cookies.clear(response);
      }
      throw refusal;
    }
    cookies.clear(response);
    return new Message("Logout successful");
  }

  @GetMapping("/sessions")
  @Requires(Right.USE_OWN_ACCOUNT)
  SessionList sessions(Caller caller) {
    return new SessionList(own.list(caller).stream().map(s -> SessionItem.of(s, caller)).toList());
  }

  @DeleteMapping("/sessions/{id}")
  @Requires(Right.USE_OWN_ACCOUNT)
  Message endSession(@PathVariable String id, Caller caller) {
    if (!own.end(caller, uuid(id))) {
      throw ApiException.resourceNotFound();
    }
    return new Message("Session ended");
  }

  @DeleteMapping("/sessions")
  @Requires(Right.USE_OWN_ACCOUNT)
  OthersEnded endOtherSessions(Caller caller) {
    return new OthersEnded("All other sessions ended", own.endOthers(caller));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw ApiException.resourceNotFound();
    }
  }

  record Refreshed(String message, String token, String accessToken) {}

  record SessionList(List<SessionItem> sessions) {}

  /** A session in the list; {@code current} marks the one of this request. */
  record SessionItem(
      UUID id,
      boolean current,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      @Nullable String ip,
      @Nullable String userAgent) {

    static SessionItem of(Session session, Caller caller) {
      return new SessionItem(
          session.id(),
          session.id().equals(caller.sessionId()),
          session.createdAt(),
          session.lastSeenAt(),
          session.expiresAt(),
          session.ip(),
          session.userAgent());
    }
  }

  record OthersEnded(String message, int ended) {}
}
