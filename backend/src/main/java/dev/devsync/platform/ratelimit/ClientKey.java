package dev.devsync.platform.ratelimit;

import dev.devsync.platform.security.PresentedTokens;
import dev.devsync.platform.security.PresentedTokens.Presented;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenType;
import dev.devsync.platform.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
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
    return network(ClientAddress.of(request));
  }

  /** Whoever has one address of version 6 has a network of them, named by its first eight bytes. */
  static String network(String address) {
    if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
      return HexFormat.of().formatHex(six.getAddress(), 0, 8);
    }
    return address;
  }
}
