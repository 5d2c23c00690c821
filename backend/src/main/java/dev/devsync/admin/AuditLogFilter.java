package dev.devsync.admin;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.QueryText;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log somebody wants.
 *
 * @param conditions SQL for an entry {@code l}, all of which must hold
 * @param parameters what the conditions refer to
 */
record AuditLogFilter(List<String> conditions, Map<String, Object> parameters) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final BigInteger BEYOND_ALL_IDS = BigInteger.valueOf(Long.MAX_VALUE);

  // There are few actions and many entries, so the actions are found first, each by one look into
  // the index.
  private static final String ACTIONS =
      "l.action = ANY (ARRAY(WITH RECURSIVE known AS ((SELECT action FROM audit_logs ORDER BY action LIMIT 1)"
          + " UNION ALL SELECT (SELECT n.action FROM audit_logs n WHERE n.action > known.action"
          + " ORDER BY n.action LIMIT 1) FROM known WHERE known.action IS NOT NULL)"
          + " SELECT action FROM known WHERE action ILIKE :action))";
  private static final String ACTORS =
      "l.actor_user_id = ANY (ARRAY(SELECT u.id FROM users u WHERE u.name ILIKE :actor))";

  /** Reads the query parameters; empty ones filter nothing. */
  static AuditLogFilter read(
      @Nullable String action, @Nullable String actor, @Nullable String from, @Nullable String to) {
    AuditLogFilter filter = new AuditLogFilter(new ArrayList<>(), new HashMap<>());
    filter.action(QueryText.of("action", action));
    filter.actor(QueryText.of("actor", actor));
    filter.from(from);
    filter.to(to);
    return filter;
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private void action(@Nullable String part) {
    if (part != null) {
      add(ACTIONS, "action", LikePattern.containing(part));
    }
  }

  /** Digits are the id of a user, anything else is part of a name. */
  private void actor(@Nullable String actor) {
    if (actor == null) {
      return;
    }
    if (actor.matches("[0-9]+")) {
      add(
          "l.actor_user_id = :actor",
          "actor",
          new BigInteger(actor).min(BEYOND_ALL_IDS).longValue());
    } else {
      add(ACTORS, "actor", LikePattern.containing(actor));
    }
  }

  private void from(@Nullable String from) {
    if (from != null && !from.isEmpty()) {
      add("l.created_at >= :from", "from", column(instant(from)));
    }
  }

  /** A day means all of it. */
  private void to(@Nullable String to) {
    if (to == null || to.isEmpty()) {
      return;
    }
    if (Instants.isDateOnly(to)) {
      add("l.created_at < :to", "to", column(instant(to).plus(DAY)));
    } else {
      add("l.created_at <= :to", "to", column(instant(to)));
    }
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }

  private static Instant instant(String text) {
    return Instants.parse(text).orElseThrow(() -> ApiException.badRequest("Invalid date filter"));
  }

  private static Object column(Instant instant) {
    return Objects.requireNonNull(Instants.column(instant));
  }
}
