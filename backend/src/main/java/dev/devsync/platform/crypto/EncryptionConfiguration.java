package dev.devsync.platform.crypto;

import dev.devsync.platform.configuration.DevelopmentSecrets;
import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the keys come from: the environment, or in development a generated one. */
@Configuration(proxyBeanMethods = false)
class EncryptionConfiguration {

  private static final int SHORTEST_PRODUCTION_KEY = 16;

  @Bean
  SecretBox secretBox(
      EncryptionSettings settings, WebSettings web, DevelopmentSecrets development) {
    List<String> secrets = settings.secrets();
    if (web.isProduction() && secrets.stream().anyMatch(EncryptionConfiguration::isWeak)) {
      throw new StartRefused(
          "TOKEN_ENCRYPTION_KEY holds a key shorter than 16 bytes.",
          "Set it to a long random value, for example the output of: openssl rand -base64 48");
    }
    if (secrets.isEmpty() && !web.isProduction()) {
      return new SecretBox(() -> List.of(development.secret("encryption")));
    }
    return new SecretBox(() -> secrets);
  }

  private static boolean isWeak(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_PRODUCTION_KEY;
  }
}
