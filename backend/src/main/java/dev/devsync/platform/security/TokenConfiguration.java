package dev.devsync.platform.security;

import dev.devsync.platform.configuration.DevelopmentSecrets;
import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.TokenSettings;
import dev.devsync.platform.configuration.WebSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  private static final int SHORTEST_PRODUCTION_SECRET = 32;

  @Bean
  TokenCodec tokenCodec(
      TokenSettings tokens, WebSettings web, DevelopmentSecrets development, Clock clock) {
    String secret = web.isProduction() ? strong(tokens.secret()) : tokens.secret();
    return new TokenCodec(
        SigningKey.of(tokens.algorithm(), secret == null ? development.secret("jwt") : secret),
        clock);
  }

  private static String strong(@Nullable String secret) {
    if (secret == null
        || secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_PRODUCTION_SECRET) {
      throw new StartRefused(
          "JWT_SECRET_KEY is missing or shorter than 32 bytes.",
          "Set JWT_SECRET_KEY to a long random value, for example the output of: openssl rand -base64 48");
    }
    return secret;
  }
}
