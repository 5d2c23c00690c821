package dev.devsync.platform.database;

import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The PostgreSQL to use: the one {@code DATABASE_URL} names, or for development one that runs with
 * this server. That is decided here rather than by conditions on beans, because images are prepared
 * before anybody has configured them.
 */
@Component
final class DatabaseServer implements AutoCloseable {

  private static final String EMBEDDED = "embedded";
  private static final String REMEDY =
      "Set DATABASE_URL to postgresql://user:password@host:5432/database.";

  private final @Nullable EmbeddedDatabase embedded;
  private final DatabaseUrl url;

  DatabaseServer(
      @Value("${devsync.database.url}") String url,
      @Value("${devsync.home}") Path home,
      WebSettings web) {
    this.embedded = url.equals(EMBEDDED) ? start(home.resolve("postgres"), web) : null;
    this.url =
        embedded == null
            ? DatabaseUrl.parse(url)
            : new DatabaseUrl(embedded.jdbcUrl(), "postgres", null);
  }

  DatabaseUrl url() {
    return url;
  }

  private static EmbeddedDatabase start(Path folder, WebSettings web) {
    if (web.isProduction()) {
      throw new StartRefused(
          "DATABASE_URL is not set, and the embedded database is for development only.", REMEDY);
    }
    try {
      return new EmbeddedDatabase(folder);
    } catch (NoClassDefFoundError withoutOne) {
      throw new StartRefused(
          "DATABASE_URL is not set, and this build carries no database of its own.",
          REMEDY,
          withoutOne);
    }
  }

  @Override
  public void close() throws Exception {
    if (embedded != null) {
      embedded.close();
    }
  }
}
