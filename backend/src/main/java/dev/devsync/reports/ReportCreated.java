package dev.devsync.reports;

import dev.devsync.platform.changes.DomainEvent;

/** A report was saved. */
public record ReportCreated(int reportId, String reportType, String dateRange)
    implements DomainEvent {

  @Override
  public String type() {
    return "report.created";
  }
}
