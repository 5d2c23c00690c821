package dev.devsync.admin;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.ratelimit.RateLimited;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for managers. */
@RestController
@RequestMapping("/api/v1/admin/audit-logs")
class AuditLogController {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final AuditLogRepository entries;
  private final AuditLogExport export;
  private final Retention retention;
  private final Clock clock;

  AuditLogController(
      AuditLogRepository entries, AuditLogExport export, Retention retention, Clock clock) {
    this.entries = entries;
    this.export = export;
    this.retention = retention;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Right.VIEW_AUDIT_LOG)
  AuditLogPage auditLogs(
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(value = "per_page", required = false) @Nullable String perPage) {
    AuditLogFilter filter = AuditLogFilter.read(action, actor, from, to);
    Paging paging = Paging.of(page, perPage, PAGE, LARGEST_PAGE);
    long total = entries.count(filter);
    return new AuditLogPage(
        entries.newest(filter, paging), total, Pagination.pages(paging, total), paging.page());
  }

  @GetMapping("/{id:\\d+}")
  @Requires(Right.VIEW_AUDIT_LOG)
  AuditLogAnswer auditLog(@PathVariable int id) {
    return new AuditLogAnswer(entries.find(id).orElseThrow(ApiException::resourceNotFound));
  }

  @GetMapping("/export")
  @Answers(value = String.class, type = "text/csv")
  @Requires(Right.VIEW_AUDIT_LOG)
  void exportAuditLogs(
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletResponse response)
      throws IOException {
    AuditLogFilter filter = AuditLogFilter.read(action, actor, from, to);
    String name = "audit-log-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
    response.setContentType("text/csv;header=present;charset=utf-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    export.send(filter, response);
  }

  @PostMapping("/cleanup")
  @Requires(Right.PURGE_AUDIT_LOG)
  @RateLimited(perMinute = 5)
  AuditLogCleanup cleanUpAuditLog(Caller caller) {
    return new AuditLogCleanup(
        "Audit log cleanup completed", retention.purgeAuditLog(caller.actor()));
  }

  record AuditLogPage(List<AuditLogEntry> logs, long total, long pages, int currentPage) {}

  record AuditLogAnswer(AuditLogEntry log) {}

  record AuditLogCleanup(String message, int deleted) {}
}
