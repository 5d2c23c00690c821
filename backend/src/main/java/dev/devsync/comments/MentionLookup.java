package dev.devsync.comments;

import dev.devsync.tasks.TaskRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Fetches the people whom texts may mention: those who can see the task and go by something that
 * stands after an {@code @}. The query may find some too many, by names that are only similar;
 * {@link MentionablePeople} decides.
 */
@Repository
class MentionLookup {

  private static final String QUERY =
      "SELECT u.id, u.name, u.email, u.github_username, u.id = ANY (:chosen) AS chosen"
          + " FROM users u JOIN tasks t ON t.id = :task"
          + " WHERE (u.id = ANY (:chosen) OR lower(u.email) = ANY (:handles)"
          + " OR lower(u.github_username) = ANY (:handles) OR lower(split_part(u.email, '@', 1)) = ANY (:handles)"
          + " OR lower(regexp_replace(u.name, :insignificant, '', 'g')) = ANY (:keys)) AND "
          + TaskRows.VISIBLE_TO_USER;

  private final JdbcClient jdbc;

  MentionLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those who see the task among the chosen people and among those the texts may name, in one
   * query.
   */
  MentionablePeople around(int taskId, List<Integer> chosen, String... texts) {
    List<Mark> marks =
        Arrays.stream(texts).flatMap(text -> Marks.in(text).stream()).distinct().toList();
    if (marks.isEmpty() && chosen.isEmpty()) {
      return MentionablePeople.NOBODY;
    }
    Set<Integer> visibleChosen = new HashSet<>();
    List<Mentionable> people =
        jdbc.sql(QUERY)
            .param("task", taskId)
            .param("chosen", chosen.toArray(Integer[]::new))
            .param("handles", distinct(marks.stream().flatMap(mark -> mark.handles().stream())))
            .param("keys", distinct(marks.stream().flatMap(Mark::keys)))
            .param("insignificant", Mark.INSIGNIFICANT)
            .query(
                (row, number) -> {
                  if (row.getBoolean("chosen")) {
                    visibleChosen.add(row.getInt("id"));
                  }
                  return person(row);
                })
            .list();
    return new MentionablePeople(people, visibleChosen);
  }

  private static String[] distinct(Stream<String> words) {
    return words.distinct().toArray(String[]::new);
  }

  private static Mentionable person(ResultSet row) throws SQLException {
    return new Mentionable(
        row.getInt("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("github_username"));
  }
}
