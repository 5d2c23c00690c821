package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WorkStateTest extends HttpTest {

  private static final String A_CHANGE = "UPDATE users SET name = name";

  @Autowired private WorkState work;

  @Test
  void aServerThatStartsMakesFormerNamesUntrue() {
    jdbc.sql(A_CHANGE).update();
    String name = work.name();

    work.renew();

    assertThat(work.name()).isNotEqualTo(name);
  }

  @Test
  void transactionsOfAnotherClusterAreForgottenWhenAServerStarts() {
    jdbc.sql("INSERT INTO ops.work_changes (xid) VALUES ('9000000000000000')").update();

    work.renew();

    assertThat(
            jdbc.sql("SELECT count(*) FROM ops.work_changes WHERE xid > '8000000000000000'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void withoutAnyNoteEachTransactionMakesANewName() {
    jdbc.sql("DELETE FROM ops.work_changes").update();
    String name = work.name();

    jdbc.sql("UPDATE ops.sessions SET ip = ip").update();
    jdbc.sql("SELECT pg_current_xact_id()::text").query(String.class).single();

    assertThat(work.name()).isNotEqualTo(name);
  }

  @Test
  void manyChangesBehindAnOpenTransactionAreNotCounted() throws SQLException {
    try (Connection open = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"))) {
      open.setAutoCommit(false);
      open.createStatement().execute("SELECT pg_current_xact_id()");
      jdbc.sql(
              "INSERT INTO ops.work_changes (begun_at)"
                  + " SELECT now() + n * interval '1 second' FROM generate_series(1, 1100) AS n")
          .update();

      assertThat(work.name()).contains(":");
      String name = work.name();
      jdbc.sql(A_CHANGE).update();
      assertThat(work.name()).isNotEqualTo(name);
      open.rollback();
    }
  }
}
