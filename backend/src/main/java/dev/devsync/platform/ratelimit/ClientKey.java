package dev.devsync.platform.ratelimit;

import dev.devsync.platform.security.PresentedTokens;
import dev.devsync.platform.security.PresentedTokens.Presented;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenType;
import dev.devsync.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Names the client that a request counts for: its user if a token tells, its address otherwise. */
@Component
class ClientKey {

  private final PresentedTokens tokens;

  ClientKey(PresentedTokens tokens) {
    this.tokens = tokens;
  }

  String of(HttpServletRequest request) {
    for (Presented token : tokens.of(request, TokenType.ACCESS)) {
      TokenClaims claims = token.claims();
      if (claims != null) {
        return "user " + claims.userId();
      }
    }
    return ClientAddress.of(request);
  }
}
