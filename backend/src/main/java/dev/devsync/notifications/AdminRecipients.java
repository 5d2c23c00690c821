package dev.devsync.notifications;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who is to hear of administration. */
@Repository
class AdminRecipients {

  private final JdbcClient jdbc;

  AdminRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Integer> admins() {
    return jdbc.sql("SELECT id FROM users WHERE role = 'admin' ORDER BY id")
        .query(Integer.class)
        .list();
  }
}
