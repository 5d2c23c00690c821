package dev.devsync.platform.database;

import dev.devsync.platform.configuration.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that runs with the server and keeps its data in a folder, as durable as an
 * installed one.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final EmbeddedPostgres postgres;

  EmbeddedDatabase(Path folder) {
    try {
      Path data = folder.toAbsolutePath();
      Files.createDirectories(data.getParent());
      new StalePostgres(data).end();
      this.postgres = start(data);
    } catch (IOException failure) {
      throw refused(failure);
    }
  }

  String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** A server that was just ended may still hold the folder's lock for a moment. */
  private static EmbeddedPostgres start(Path data) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return builder(data).start();
      } catch (IOException | IllegalStateException busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
        log.debug("The embedded database did not start yet", busy);
        pause();
      }
    }
  }

  /** Zonky's defaults are for throw-away data: no fsync, and a folder that is emptied. */
  private static EmbeddedPostgres.Builder builder(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        // The same rules for upper and lower case on every machine, whatever its LANG says.
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while the embedded database was starting", interrupted);
    }
  }

  private static StartRefused refused(IOException failure) {
    return new StartRefused(
        "The embedded database did not start: " + failure.getMessage(),
        "Set DATABASE_URL to a PostgreSQL of your own, or look whether another server uses the same folder.",
        failure);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
