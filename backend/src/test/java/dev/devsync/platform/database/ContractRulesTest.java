package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRulesTest {

  private ScratchDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = ScratchDatabase.migrated();
    database.run(
        "INSERT INTO users (name, email, password, role)"
            + " VALUES ('Ada', 'ada@example.com', 'x', 'admin')");
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void defaultsFillWhatAnInsertLeavesOut() throws Exception {
    assertThat(
            database.value(
                "INSERT INTO tasks (title, status, created_by) VALUES ('Write', 'todo', 1)"
                    + " RETURNING concat_ws(' ', priority, progress, version)"))
        .isEqualTo("medium 0 0");
    assertThat(
            database.value(
                "INSERT INTO projects (name, created_by) VALUES ('Site', 1)"
                    + " RETURNING concat_ws(' ', status, version)"))
        .isEqualTo("active 0");
    assertThat(database.value("SELECT github_connected FROM users")).isEqualTo("f");
  }

  @Test
  void defaultTimesAreUtcWhateverTheZoneOfTheConnection() throws Exception {
    database.run("SET TIME ZONE 'Asia/Tokyo'");

    assertThat(
            database.value(
                "INSERT INTO tasks (title, status, created_by) VALUES ('Write', 'todo', 1)"
                    + " RETURNING created_at = now() AT TIME ZONE 'utc' AND updated_at ="
                    + " created_at"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE users SET role = 'client'",
        "INSERT INTO users (name, email, password, role) VALUES ('A', 'ADA@example.com', 'x',"
            + " 'admin')",
        "INSERT INTO tasks (title, status, created_by) VALUES ('Write', 'in_review', 1)",
        "INSERT INTO tasks (title, status, created_by, progress) VALUES ('Write', 'todo', 1, 101)",
        "INSERT INTO tasks (title, status, created_by, progress) VALUES ('Write', 'todo', 1, -1)",
        "INSERT INTO projects (name, created_by, status) VALUES ('Site', 1, 'archived')",
        "INSERT INTO projects (name, created_by, status) VALUES ('Site', 1, NULL)",
        "INSERT INTO github_tokens (user_id, access_token) VALUES (1, 'a'), (1, 'b')",
        "INSERT INTO github_repositories (repo_name, repo_url) VALUES ('a/b', 'u'), ('a/b', 'u')"
      })
  void whatTheContractForbidsIsRefused(String statement) {
    assertThatThrownBy(() -> database.run(statement))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).startsWith("23"));
  }

  @Test
  void githubIdsMayExceedThirtyTwoBits() throws Exception {
    assertThat(
            database.value(
                "INSERT INTO github_repositories (repo_name, repo_url, github_id)"
                    + " VALUES ('a/b', 'u', 5000000000) RETURNING github_id"))
        .isEqualTo("5000000000");
  }
}
