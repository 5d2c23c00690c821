package dev.devsync.users;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code users}. */
@Repository
public class UserRepository {

  private static final String SELECT =
      "SELECT id, name, email, password, role, github_username,"
          + " EXISTS (SELECT 1 FROM github_tokens t WHERE t.user_id = u.id) AS connected, created_at FROM users u";

  private final JdbcClient jdbc;

  UserRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All users by id, or those with one role. */
  List<User> all(@Nullable Role role) {
    return jdbc.sql(SELECT + " WHERE :role::text IS NULL OR role = :role ORDER BY id")
        .param("role", role == null ? null : role.wireName())
        .query(UserRepository::map)
        .list();
  }

  public Optional<User> find(int id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(UserRepository::map)
        .optional();
  }

  /**
   * The user, who cannot be changed by others until the transaction ends. Their id can still be
   * referred to, so that their own work goes on.
   */
  Optional<User> findForUpdate(int id) {
    return jdbc.sql(SELECT + " WHERE id = :id FOR NO KEY UPDATE")
        .param("id", id)
        .query(UserRepository::map)
        .optional();
  }

  /** The user, who stays as they are until the transaction ends. */
  public Optional<User> findUnchanging(int id) {
    return jdbc.sql(SELECT + " WHERE id = :id FOR SHARE")
        .param("id", id)
        .query(UserRepository::map)
        .optional();
  }

  /** By email, without regard to case. */
  public Optional<User> findByEmail(String email) {
    return jdbc.sql(SELECT + " WHERE lower(email) = lower(:email)")
        .param("email", email)
        .query(UserRepository::map)
        .optional();
  }

  public boolean isEmpty() {
    return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM users)").query(Boolean.class).single();
  }

  /** Makes registrations wait for each other until the transaction ends. */
  public void lockRegistrations() {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('devsync.registration'))")
        .query((row, n) -> n)
        .list();
  }

  /** The new user, or empty if the email is taken. */
  public Optional<User> insert(
      String name, String email, String passwordHash, Role role, Instant now) {
    return jdbc.sql(
            "INSERT INTO users (name, email, password, role, github_connected, created_at)"
                + " VALUES (:name, :email, :password, :role, false, :now) ON CONFLICT DO NOTHING RETURNING id")
        .param("name", name)
        .param("email", email)
        .param("password", passwordHash)
        .param("role", role.wireName())
        .param("now", Instants.column(now))
        .query(Integer.class)
        .optional()
        .map(id -> new User(id, name, email, passwordHash, role, null, false, now));
  }

  void update(User user) {
    jdbc.sql(
            "UPDATE users SET name = :name, email = :email, password = :password, role = :role,"
                + " github_username = :github WHERE id = :id")
        .param("name", user.name())
        .param("email", user.email())
        .param("password", user.passwordHash())
        .param("role", user.role().wireName())
        .param("github", user.githubUsername())
        .param("id", user.id())
        .update();
  }

  /** The ids of all admins, locked, so that two demotions at once cannot both leave another. */
  List<Integer> lockAdmins() {
    return jdbc.sql("SELECT id FROM users WHERE role = 'admin' ORDER BY id FOR NO KEY UPDATE")
        .query(Integer.class)
        .list();
  }

  /**
   * Deletes the user; what they created passes to the heir, what is theirs alone goes with them.
   */
  void delete(int id, int heir) {
    for (String table : List.of("projects", "tasks")) {
      jdbc.sql("UPDATE " + table + " SET created_by = :heir WHERE created_by = :id")
          .param("heir", heir)
          .param("id", id)
          .update();
    }
    jdbc.sql("DELETE FROM users WHERE id = :id").param("id", id).update();
  }

  private static User map(ResultSet row, int number) throws SQLException {
    return new User(
        row.getInt("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("password"),
        Role.named(row.getString("role")).orElseThrow(),
        row.getString("github_username"),
        row.getBoolean("connected"),
        Instants.nullable(row, "created_at"));
  }
}
