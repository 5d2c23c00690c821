package dev.devsync.platform.security;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.AllowedOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Refuses writes that a foreign page makes with the browser's cookies (conventions, section 8.8).
 */
@Component
public class OriginCheck {

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final AllowedOrigins allowed;

  OriginCheck(AllowedOrigins allowed) {
    this.allowed = allowed;
  }

  /** To be called for requests that are authenticated by cookie alone. */
  public void require(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !WRITES.contains(request.getMethod()) || allowed.contains(origin)) {
      return;
    }
    // The proxy forwards the host without its port, so only names are compared.
    if (!request.getServerName().equalsIgnoreCase(hostOf(origin))) {
      throw ApiException.forbidden("Cross-origin request rejected");
    }
  }

  private static @Nullable String hostOf(String origin) {
    try {
      return URI.create(origin).getHost();
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
