package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After an upgrade the schema is the one a fresh installation gets, so code needs to know only one.
 */
class UpgradedShapeTest {

  private static final String COLUMNS =
      """
      SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, column_default)
      FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1\
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1\
      """;

  // Statuses of former times widen these two on purpose.
  private static final String CHECKS =
      """
      SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace
        AND conname NOT IN ('check_valid_task_status', 'check_valid_project_status') ORDER BY 1\
      """;

  // An index the earlier server knew under another name is left in place.
  private static final String INDEXES =
      """
      SELECT indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND indexname <> 'ix_tasks_assigned_to' ORDER BY 1\
      """;

  @ParameterizedTest
  @ValueSource(strings = {COLUMNS, FOREIGN_KEYS, CHECKS, INDEXES})
  void isThatOfAFreshInstallation(String description) throws Exception {
    try (var fresh = ScratchDatabase.migrated();
        var upgraded = ScratchDatabase.earlier()) {
      upgraded.migrate();

      assertThat(upgraded.column(description)).isNotEmpty().isEqualTo(fresh.column(description));
    }
  }
}
