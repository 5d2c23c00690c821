package dev.devsync.realtime;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.security.CallerLookup;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenCodec;
import dev.devsync.platform.security.TokenProblem;
import dev.devsync.platform.security.TokenType;
import dev.devsync.realtime.engine.Admission;
import dev.devsync.realtime.engine.SocketGate;
import dev.devsync.realtime.engine.transport.Handshake;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets in whoever brings a good access token (realtime contract, section 2). */
@Component
class SocketAuthentication implements SocketGate {

  private static final List<String> FIELDS =
      List.of("token", "access_token", "Authorization", "authorization");

  private final TokenCodec codec;
  private final CallerLookup callers;
  private final RefusalLog refusals;

  SocketAuthentication(TokenCodec codec, CallerLookup callers, RefusalLog refusals) {
    this.codec = codec;
    this.callers = callers;
    this.refusals = refusals;
  }

  @Override
  public Admission decide(JsonNode auth, Handshake handshake) {
    String token = token(auth, handshake);
    if (token == null) {
      return refused(TokenProblem.MISSING, handshake);
    }
    TokenCodec.Reading reading = codec.read(token, TokenType.ACCESS);
    TokenClaims claims = reading.claims();
    if (claims == null) {
      TokenProblem problem = reading.problem();
      return refused(problem == null ? TokenProblem.INVALID : problem, handshake);
    }
    return switch (callers.find(claims, new Origin(handshake.address(), handshake.userAgent()))) {
      case CallerLookup.Result.Rejected(TokenProblem problem) -> refused(problem, handshake);
      case CallerLookup.Result.Found(Caller caller) ->
          new Admission.Accepted(
              new Visitor(
                  caller.id(),
                  caller.name(),
                  caller.role(),
                  claims,
                  Payloads.lastSeq(auth),
                  Payloads.rooms(auth)));
    };
  }

  /** The first place that holds anything decides. */
  private static @Nullable String token(JsonNode auth, Handshake handshake) {
    for (String field : FIELDS) {
      String value = auth.path(field).isString() ? auth.path(field).asString() : "";
      if (!value.isEmpty()) {
        return bare(value);
      }
    }
    if (auth.isString() && !auth.asString().isEmpty()) {
      return bare(auth.asString());
    }
    if (handshake.authorization() != null && !handshake.authorization().isEmpty()) {
      return bare(handshake.authorization());
    }
    return handshake.cookies().get(TokenType.ACCESS.cookieName());
  }

  private static String bare(String value) {
    return value.startsWith("Bearer ") ? value.substring("Bearer ".length()).strip() : value;
  }

  private Admission refused(TokenProblem problem, Handshake handshake) {
    refusals.refused(problem, handshake.address());
    return new Admission.Refused("Connection rejected by server", Map.of("error", problem.code()));
  }
}
