package dev.devsync.platform.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the web client lives and which other origins may call.
 *
 * @param environment {@code production} tightens defaults; a word nobody knows must not loosen them
 * @param frontendUrl base of links and redirects, without a trailing slash
 * @param corsAllowedOrigins further origins, comma-separated
 */
@ConfigurationProperties("devsync.web")
public record WebSettings(
    @DefaultValue("development") String environment,
    @DefaultValue("http://localhost:3000") String frontendUrl,
    @DefaultValue("") String corsAllowedOrigins) {

  private static final List<String> ENVIRONMENTS =
      List.of("production", "development", "testing", "test");

  public WebSettings {
    if (!ENVIRONMENTS.contains(environment.toLowerCase(Locale.ROOT))) {
      throw new StartRefused(
          "APP_ENV is \"" + environment + "\", which DevSync does not know.",
          "Set APP_ENV (or FLASK_ENV) to one of: " + String.join(", ", ENVIRONMENTS) + ".");
    }
    frontendUrl = frontendUrl.replaceAll("/+$", "");
    requireAddress("FRONTEND_URL", frontendUrl);
    split(corsAllowedOrigins).forEach(origin -> requireAddress("CORS_ALLOWED_ORIGINS", origin));
  }

  /** Anything but an address of the web would be an origin that no browser ever sends. */
  private static void requireAddress(String variable, String value) {
    if (!isAddress(value.strip())) {
      throw new StartRefused(
          variable + " holds something that is not an address of the web.",
          "Write addresses like https://devsync.example.com"
              + (variable.startsWith("CORS") ? ", separated by commas." : "."));
    }
  }

  private static boolean isAddress(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  public boolean isProduction() {
    return environment.equalsIgnoreCase("production");
  }

  public List<String> extraOrigins() {
    return split(corsAllowedOrigins);
  }

  private static List<String> split(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
