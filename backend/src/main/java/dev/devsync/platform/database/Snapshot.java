package dev.devsync.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the state of the data, so that clients can ask whether what they hold is still true. */
@Component
public class Snapshot {

  private final JdbcClient jdbc;

  Snapshot(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A name that is the same again only as long as no transaction has changed anything. It has to be taken before the
   * data is read: then a change in between makes the name out of date rather than the data.
   */
  public String name() {
    // Transaction ids repeat in another cluster, for example after a dump was restored; its start time does not.
    return jdbc.sql("SELECT extract(epoch FROM pg_postmaster_start_time()) || '-' || pg_current_snapshot()")
        .query(String.class)
        .single();
  }
}
