package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {

  private static final String TASK_QUERY =
      "SELECT id FROM tasks t WHERE (t.title ILIKE %1$s OR t.description ILIKE %1$s)";

  private static ScratchDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = ScratchDatabase.migrated();
    database.run(
        """
        INSERT INTO users (name, email, password, role)
          SELECT 'Person ' || md5(n::text), md5('mail' || n) || '@example.com', 'x', 'developer'
          FROM generate_series(1, 20000) n;
        INSERT INTO projects (name, created_by)
          SELECT 'Project ' || md5(n::text), 1 FROM generate_series(1, 20000) n;
        INSERT INTO tasks (title, description, status, created_by)
          SELECT 'Task ' || md5(n::text), 'About ' || md5('text' || n), 'todo', 1
          FROM generate_series(1, 20000) n;
        UPDATE tasks SET title = 'Repair the Gateway' WHERE id = 77;
        UPDATE tasks SET description = 'the gateWAY drops 50% of_all packets' WHERE id = 88;
        UPDATE tasks SET title = 'ÄRGERLICHE Öffnung' WHERE id = 99;
        """);
    database.run("VACUUM ANALYZE");
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"gateway, '77,88'", "'50\\% of\\_all', 88", "'50\\_ of', ''", "ärgerliche öff, 99"})
  void tasksAreFoundByAnyPartOfTitleOrDescriptionInAnyCase(String escaped, String found)
      throws Exception {
    var ids = database.column(TASK_QUERY.formatted("'%" + escaped + "%'") + " ORDER BY id");

    assertThat(String.join(",", ids)).isEqualTo(found);
  }

  @Test
  void searchingTasksUsesTheIndexForBothColumns() throws Exception {
    assertThat(database.plan(TASK_QUERY.formatted("'%gateway%'")))
        .contains("BitmapOr")
        .contains("Bitmap Index Scan on idx_tasks_search")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aPreparedSearchUsesTheIndexBeforeItsPatternIsKnown() throws Exception {
    database.run("SET plan_cache_mode = force_generic_plan");
    database.run("PREPARE search(text) AS " + TASK_QUERY.formatted("$1"));

    assertThat(database.plan("EXECUTE search('%gateway%')"))
        .contains("Bitmap Index Scan on idx_tasks_search")
        .doesNotContain("Seq Scan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id FROM projects p WHERE p.name ILIKE '%gateway%' | idx_projects_search",
        "SELECT id FROM users u WHERE (u.name ILIKE '%gateway%' OR u.email ILIKE '%gateway%') |"
            + " idx_users_search"
      })
  void searchingProjectsAndUsersUsesTheirIndex(String query, String index) throws Exception {
    assertThat(database.plan(query))
        .contains("Bitmap Index Scan on " + index)
        .doesNotContain("Seq Scan");
  }
}
