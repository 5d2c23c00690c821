package dev.devsync.testing;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenCodec;
import dev.devsync.platform.security.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.stereotype.Component;

/** Puts people and work into the database, without going through what is under test. */
@Component
public class Given {

  /** The password of everybody here. */
  public static final String PASSWORD = "correct horse";

  private static final String HASH = BCrypt.hashpw(PASSWORD, BCrypt.gensalt("$2b", 4));
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final JdbcClient jdbc;
  private final TokenCodec codec;
  private final Clock clock;

  Given(JdbcClient jdbc, TokenCodec codec, Clock clock) {
    this.jdbc = jdbc;
    this.codec = codec;
    this.clock = clock;
  }

  public TestUser anAdmin() {
    return aUser("Ada Admin", Role.ADMIN);
  }

  public TestUser aTeamLead() {
    return aUser("Lea Lead", Role.TEAM_LEAD);
  }

  public TestUser aDeveloper() {
    return aUser("Dev Developer", Role.DEVELOPER);
  }

  public TestUser aDeveloper(String name) {
    return aUser(name, Role.DEVELOPER);
  }

  public TestUser aUser(String name, Role role) {
    String email =
        name.toLowerCase().replaceAll("[^a-z]", "") + NAMES.incrementAndGet() + "@example.com";
    int id =
        jdbc.sql(
                "INSERT INTO users (name, email, password, role, github_connected, created_at)"
                    + " VALUES (?, ?, ?, ?, false, now() AT TIME ZONE 'utc') RETURNING id")
            .params(name, email, HASH, role.wireName())
            .query(Integer.class)
            .single();
    UUID session = aSession(id);
    return new TestUser(id, name, email, role, session, token(id, role, session));
  }

  /** Another sign-in of a user. */
  public UUID aSession(int userId) {
    UUID session = UUID.randomUUID();
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    jdbc.sql(
            "INSERT INTO ops.sessions (id, user_id, created_at, last_seen_at, access_expires_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .params(session, userId, now, now, now.plusHours(1), now.plusDays(30))
        .update();
    return session;
  }

  public String token(int userId, Role role, UUID session) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return codec.sign(
        new TokenClaims(
            TokenType.ACCESS,
            userId,
            role,
            UUID.randomUUID(),
            session,
            now,
            now.plus(Duration.ofHours(1))));
  }

  public TestProject aProject(String name, TestUser creator) {
    int id =
        jdbc.sql(
                "INSERT INTO projects (name, description, status, created_by, created_at, updated_at)"
                    + " VALUES (?, '', 'active', ?, now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc')"
                    + " RETURNING id")
            .params(name, creator.id())
            .query(Integer.class)
            .single();
    return new TestProject(id, name, jdbc);
  }

  public TestTask aTask(String title, TestUser creator) {
    int id =
        jdbc.sql(
                "INSERT INTO tasks (title, description, status, priority, progress, created_by, created_at, updated_at)"
                    + " VALUES (?, '', 'todo', 'medium', 0, ?, now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc')"
                    + " RETURNING id")
            .params(title, creator.id())
            .query(Integer.class)
            .single();
    return new TestTask(id, title, jdbc);
  }

  public int aComment(String content, TestTask task, TestUser author) {
    return jdbc.sql(
            "INSERT INTO comments (task_id, user_id, content, created_at)"
                + " VALUES (?, ?, ?, clock_timestamp() AT TIME ZONE 'utc') RETURNING id")
        .params(task.id(), author.id(), content)
        .query(Integer.class)
        .single();
  }

  public int aRepository(String fullName) {
    return jdbc.sql(
            "INSERT INTO github_repositories (repo_name, repo_url) VALUES (?, ?) RETURNING id")
        .params(fullName, "https://github.com/" + fullName)
        .query(Integer.class)
        .single();
  }

  /** Stores a setting as JSON text. */
  public void setting(String key, String json) {
    jdbc.sql(
            "INSERT INTO system_settings (key, value) VALUES (?, ?::json)"
                + " ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .params(key, json)
        .update();
  }
}
