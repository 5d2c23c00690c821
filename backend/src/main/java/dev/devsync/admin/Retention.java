package dev.devsync.admin;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.projects.ProjectRemoval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what has been kept long enough (contract, domain section 9). */
@Service
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final SystemSettings settings;
  private final AuditLogRepository auditLog;
  private final ProjectRemoval projects;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      SystemSettings settings,
      AuditLogRepository auditLog,
      ProjectRemoval projects,
      ChangeLog changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.settings = settings;
    this.auditLog = auditLog;
    this.projects = projects;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How many rows went. */
  record Deleted(int auditLogs, int projects) {

    boolean isNothing() {
      return auditLogs == 0 && projects == 0;
    }
  }

  /**
   * Everything at once, whether or not projects are deleted by themselves; failure is part of the
   * answer.
   */
  RetentionAnswer runByHand(Actor admin) {
    try {
      Settings current = settings.current();
      Deleted deleted = new Deleted(purge(current, admin), removeProjects(current, admin));
      record(deleted, admin);
      return RetentionAnswer.completed(deleted);
    } catch (RuntimeException failure) {
      log.error("Retention failed", failure);
      return RetentionAnswer.failed();
    }
  }

  /** What happens by itself from time to time; leaves no trace when there was nothing to do. */
  void runByClock() {
    Settings current = settings.current();
    int auditLogs = purge(current, Actor.SYSTEM);
    int removed =
        current.autoArchiveCompletedProjects() ? removeProjects(current, Actor.SYSTEM) : 0;
    Deleted deleted = new Deleted(auditLogs, removed);
    if (!deleted.isNothing()) {
      record(deleted, Actor.SYSTEM);
    }
  }

  /** Only the audit log; returns how many entries went. */
  int purgeAuditLog(Actor admin) {
    return purge(settings.current(), admin);
  }

  private int purge(Settings current, Actor actor) {
    if (current.auditLogRetentionDays() == 0) {
      return 0;
    }
    int deleted = auditLog.deleteBefore(daysAgo(current.auditLogRetentionDays()));
    if (deleted > 0) {
      AuditEntry entry =
          new AuditEntry("audit_logs_purged", "audit_log", null, Map.of("deleted", deleted));
      transaction.executeWithoutResult(status -> changes.audit(actor, entry));
    }
    return deleted;
  }

  /** One transaction for each project; one that cannot be deleted does not save the others. */
  private int removeProjects(Settings current, Actor actor) {
    if (current.projectRetentionDays() == 0) {
      return 0;
    }
    Instant cutoff = daysAgo(current.projectRetentionDays());
    int deleted = 0;
    RuntimeException firstFailure = null;
    for (int project : projects.completedBefore(cutoff)) {
      try {
        deleted += projects.deleteExpired(project, cutoff, actor) ? 1 : 0;
      } catch (RuntimeException failure) {
        firstFailure = firstFailure == null ? failure : firstFailure;
      }
    }
    if (firstFailure != null) {
      throw firstFailure;
    }
    return deleted;
  }

  private void record(Deleted deleted, Actor actor) {
    AuditEntry entry =
        new AuditEntry(
            "retention_cleanup_run",
            "settings",
            null,
            Map.of(
                "audit_logs_deleted", deleted.auditLogs(), "projects_deleted", deleted.projects()));
    transaction.executeWithoutResult(
        status ->
            changes.record(
                actor, new RetentionRun(deleted.auditLogs(), deleted.projects()), entry));
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
