package dev.devsync.platform.web;

import dev.devsync.platform.configuration.WebSettings;
import java.net.URI;
import java.util.LinkedHashSet;
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
    listed.addAll(settings.extraOrigins());
    privateNetworksToo = !settings.isProduction();
  }

  public boolean contains(String origin) {
    return listed.contains(origin)
        || privateNetworksToo && PRIVATE_NETWORK.matcher(origin).matches();
  }

  private static String originOf(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
