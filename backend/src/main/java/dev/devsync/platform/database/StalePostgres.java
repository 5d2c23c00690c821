package dev.devsync.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived a server which was killed, and now blocks the data folder. */
final class StalePostgres {

  private static final Logger log = LoggerFactory.getLogger(StalePostgres.class);
  private static final int SECONDS_TO_END = 15;

  private final Path data;

  StalePostgres(Path data) {
    this.data = data;
  }

  /** Ends it and waits, if it is there and no other server is using it. */
  void end() throws IOException {
    Optional<ProcessHandle> stale = find();
    if (stale.isPresent()) {
      log.info(
          "Ending the embedded database that a killed server left behind (process {})",
          stale.get().pid());
      // SIGINT disconnects clients and shuts down cleanly; SIGTERM would wait for them.
      new ProcessBuilder("kill", "-INT", Long.toString(stale.get().pid())).start();
      await(stale.get());
    }
  }

  private Optional<ProcessHandle> find() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .filter(process -> process.parent().map(parent -> parent.pid() == 1).orElse(true));
  }

  private static void await(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (java.util.concurrent.ExecutionException | TimeoutException stubborn) {
      throw new IOException("the database process " + process.pid() + " does not end", stubborn);
    }
  }
}
