package dev.devsync.platform.changes;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what a change did, in the change's own transaction: its audit entries and one outbox
 * row per event. So none of them can be lost, and none tells of something that was rolled back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeLog {

  private static final String INSERT_EVENT =
      "INSERT INTO ops.events (type, project_id, task_id, actor_id, payload) VALUES (?, ?, ?, ?, ?::json)";
  private static final String INSERT_AUDIT =
      "INSERT INTO audit_logs (actor_user_id, actor_role, action, resource_type, resource_id, ip, user_agent,"
          + " metadata_info, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, now() AT TIME ZONE 'utc')";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher publisher;

  ChangeLog(JdbcTemplate jdbc, JsonMapper json, ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.json = json;
    this.publisher = publisher;
  }

  public void record(Actor actor, DomainEvent event) {
    record(actor, List.of(event), List.of());
  }

  public void record(Actor actor, DomainEvent event, AuditEntry... audit) {
    record(actor, List.of(event), List.of(audit));
  }

  /** An audit entry for something that changes nothing others look at, such as a sign-in. */
  public void audit(Actor actor, AuditEntry entry) {
    record(actor, List.of(), List.of(entry));
  }

  /**
   * Records all events and audit entries of a change, with the same few statements however many
   * there are.
   */
  public void record(Actor actor, List<? extends DomainEvent> events, List<AuditEntry> audit) {
    List<DomainEvent> all = new ArrayList<>(events);
    if (!audit.isEmpty()) {
      insertAudit(actor, audit);
      audit.forEach(e -> all.add(new AuditRecorded(e.action(), e.resourceType(), e.resourceId())));
    }
    if (!all.isEmpty()) {
      insertEvents(actor, all);
    }
    if (!events.isEmpty()) {
      publisher.publishEvent(new Recorded(actor, List.copyOf(events)));
    }
  }

  private void insertEvents(Actor actor, List<DomainEvent> events) {
    List<Object[]> rows = new ArrayList<>();
    for (DomainEvent event : events) {
      rows.add(
          new Object[] {
            event.type(),
            event.inProject(),
            event.onTask(),
            actor.userId(),
            json.writeValueAsString(event)
          });
    }
    jdbc.batchUpdate(INSERT_EVENT, rows);
    // Delivered at commit, and once however often it is asked for in one transaction.
    jdbc.execute("NOTIFY " + Outbox.CHANNEL);
  }

  private void insertAudit(Actor actor, List<AuditEntry> entries) {
    Origin origin = actor.origin();
    List<Object[]> rows = new ArrayList<>();
    for (AuditEntry entry : entries) {
      rows.add(
          new Object[] {
            actor.userId(),
            wireName(actor.role()),
            entry.action(),
            entry.resourceType(),
            entry.resourceId(),
            origin == null ? null : origin.ip(),
            origin == null ? null : origin.userAgent(),
            entry.metadata().isEmpty() ? null : json.writeValueAsString(entry.metadata())
          });
    }
    jdbc.batchUpdate(INSERT_AUDIT, rows);
  }

  private static @Nullable String wireName(@Nullable Role role) {
    return role == null ? null : role.wireName();
  }
}
