package dev.devsync.platform.web;

import dev.devsync.platform.configuration.WebSettings;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which origins browsers may call from (conventions, section 9). */
@Component
public class AllowedOrigins {

  private static final Pattern PRIVATE_NETWORK =
      Pattern.compile(
          "https?://(192\\.168\\.\\d{1,3}\\.\\d{1,3}|10(\\.\\d{1,3}){3}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2})(:\\d{1,5})?");

  private final Set<String> listed = new LinkedHashSet<>();
  private final boolean privateNetworksToo;

  AllowedOrigins(WebSettings settings) {
    listed.add("http://localhost:3000");
    listed.add("http://127.0.0.1:3000");
    listed.add(originOf(settings.frontendUrl()));
    settings.extraOrigins().stream().map(AllowedOrigins::originOf).forEach(listed::add);
    privateNetworksToo = !settings.isProduction();
  }

  public boolean contains(String origin) {
    return listed.contains(origin)
        || privateNetworksToo && PRIVATE_NETWORK.matcher(origin).matches();
  }

  /** As browsers write it: in lower case, without the usual port, without a path. */
  private static String originOf(String url) {
    URI uri = URI.create(url.strip().toLowerCase(Locale.ROOT));
    boolean usual =
        uri.getPort() == 443 && "https".equals(uri.getScheme())
            || uri.getPort() == 80 && "http".equals(uri.getScheme());
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + (usual || uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
