package dev.devsync.reports;

import dev.devsync.platform.changes.DomainEvent;

/** A report is gone. */
public record ReportDeleted(int reportId, String reportType, String dateRange)
    implements DomainEvent {

  @Override
  public String type() {
    return "report.deleted";
  }
}
