package dev.devsync.platform.configuration;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the web client lives and which other origins may call.
 *
 * @param environment {@code production} tightens defaults
 * @param frontendUrl base of links and redirects, without a trailing slash
 * @param corsAllowedOrigins further origins, comma-separated
 */
@ConfigurationProperties("devsync.web")
public record WebSettings(
    @DefaultValue("development") String environment,
    @DefaultValue("http://localhost:3000") String frontendUrl,
    @DefaultValue("") String corsAllowedOrigins) {

  public WebSettings {
    frontendUrl = frontendUrl.replaceAll("/+$", "");
  }

  public boolean isProduction() {
    return environment.equalsIgnoreCase("production");
  }

  public List<String> extraOrigins() {
    return Arrays.stream(corsAllowedOrigins.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
