package dev.devsync.reports;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves reports and deletes them. */
@Service
class Reports {

  private final ReportRepository reports;
  private final ChangeLog changes;
  private final Clock clock;

  Reports(ReportRepository reports, ChangeLog changes, Clock clock) {
    this.reports = reports;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public Report save(NewReport wanted, Caller author) {
    Report report = reports.insert(wanted, author.id(), clock.instant());
    changes.record(
        author.actor(),
        new ReportCreated(report.id(), report.type(), report.dateRange()),
        audit("report_created", report.id(), report.type(), report.dateRange()));
    return report;
  }

  Report find(int id) {
    return reports.find(id).orElseThrow(Reports::notFound);
  }

  @Transactional
  public void delete(int id, Caller caller) {
    ReportRepository.Owned report = reports.findOwnerForUpdate(id).orElseThrow(Reports::notFound);
    Set<Relation> relations = report.userId() == caller.id() ? Set.of(Relation.AUTHOR) : Set.of();
    if (!caller.has(Right.DELETE_REPORT, relations)) {
      throw ApiException.forbidden("Unauthorized to delete this report");
    }
    reports.delete(id);
    changes.record(
        caller.actor(),
        new ReportDeleted(id, report.reportType(), report.dateRange()),
        audit("report_deleted", id, report.reportType(), report.dateRange()));
  }

  private static AuditEntry audit(String action, int id, String type, String range) {
    return AuditEntry.of(action, "report", id, Map.of("report_type", type, "date_range", range));
  }

  private static ApiException notFound() {
    return ApiException.notFound("Report not found");
  }
}
