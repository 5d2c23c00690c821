package dev.devsync.platform.access;

import java.util.Set;

/**
 * Every endpoint that answers without an access token; a test compares the list with the handlers.
 */
public final class PublicEndpoints {

  public static final Set<String> ALL =
      Set.of(
          "GET /",
          "GET /health",
          "GET /api/docs",
          "GET /api/docs/",
          "GET /api/docs/{asset}",
          "GET /api/swagger.yaml",
          "GET /api/asyncapi.yaml",
          "POST /api/v1/auth/register",
          "POST /api/v1/auth/login",
          "POST /api/v1/auth/token",
          "POST /api/v1/auth/refresh",
          "POST /api/v1/auth/logout",
          "GET /api/v1/github/config-check",
          "GET /api/v1/github/callback",
          "POST /api/v1/github/callback",
          "GET /api/v1/github/exchange",
          "POST /api/v1/github/webhook");

  private PublicEndpoints() {}
}
