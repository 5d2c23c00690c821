package dev.devsync.platform.database;

import dev.devsync.platform.configuration.StartRefused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABASE_URL} as operators write it, taken apart for JDBC (conventions, section 12).
 *
 * @param jdbcUrl without credentials, so that it may appear in a message
 */
record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

  private static final Set<String> LOCAL_HOSTS =
      Set.of("localhost", "127.0.0.1", "[::1]", "db", "postgres", "devsync-postgres");

  static DatabaseUrl parse(String url) {
    try {
      URI uri = new URI(url.replaceFirst("^postgres(ql)?(\\+\\w+)?://", "postgresql://"));
      if (!"postgresql".equals(uri.getScheme())
          || uri.getHost() == null
          || uri.getRawPath().length() < 2) {
        throw malformed(null);
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String[] credentials =
          uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      return new DatabaseUrl(
          "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + query(uri),
          credentials.length > 0 ? decode(credentials[0]) : null,
          credentials.length > 1 ? decode(credentials[1]) : null);
    } catch (java.net.URISyntaxException notAUrl) {
      throw malformed(notAUrl);
    }
  }

  private static String query(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    if (query.matches("(.*&)?sslmode=.*")) {
      return query;
    }
    String mode = isLocal(uri.getHost()) ? "sslmode=disable" : "sslmode=require";
    return query.isEmpty() ? mode : query + "&" + mode;
  }

  private static boolean isLocal(String host) {
    return LOCAL_HOSTS.contains(host) || host.startsWith("127.") || host.endsWith(".local");
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The URL itself stays out of the message, because it holds the password. */
  private static StartRefused malformed(@Nullable Exception cause) {
    String problem = "DATABASE_URL is not a PostgreSQL URL.";
    String remedy =
        "Write it as postgresql://user:password@host:5432/database, with special characters percent-encoded.";
    return cause == null
        ? new StartRefused(problem, remedy)
        : new StartRefused(problem, remedy, cause);
  }
}
