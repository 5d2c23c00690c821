package dev.devsync.reports;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved reports, for managers. */
@RestController
@RequestMapping("/api/v1")
class ReportController {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final Reports reports;
  private final ReportRepository rows;

  ReportController(Reports reports, ReportRepository rows) {
    this.reports = reports;
    this.rows = rows;
  }

  @PostMapping("/reports")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.USE_REPORTS)
  ReportAnswer saveReport(
      @Body(value = NewReport.class, large = true) JsonBody body, Caller caller) {
    return new ReportAnswer(
        "Report saved successfully", reports.save(NewReport.read(body), caller));
  }

  @GetMapping("/reports")
  @Requires(Right.USE_REPORTS)
  ReportList reports(
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String dateRange,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(value = "per_page", required = false) @Nullable String perPage) {
    ReportFilter filter = ReportFilter.read(type, dateRange);
    Paging paging = Paging.of(page, perPage, PAGE, LARGEST_PAGE);
    Pagination pagination = Pagination.of(paging, rows.count(filter));
    return new ReportList(
        "Reports retrieved successfully", pagination, rows.newest(filter, paging));
  }

  @GetMapping("/reports/{id:\\d+}")
  @Requires(Right.USE_REPORTS)
  ReportAnswer report(@PathVariable int id) {
    return new ReportAnswer("Report retrieved successfully", reports.find(id));
  }

  @DeleteMapping("/reports/{id:\\d+}")
  @Requires(Right.DELETE_REPORT)
  Message deleteReport(@PathVariable int id, Caller caller) {
    reports.delete(id, caller);
    return new Message("Report deleted successfully");
  }

  record ReportAnswer(String message, Report report) {}

  record ReportList(String message, Pagination pagination, StreamedList<Report> reports)
      implements StreamedAnswer {}
}
