package dev.devsync.reports;

import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.StreamedList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code reports}. */
@Repository
class ReportRepository {

  // Reports may be ten megabytes each.
  private static final int ROWS_AT_A_TIME = 4;

  private static final String SELECT =
      "SELECT id, user_id, report_type, date_range, summary::text, details::text, generated_at FROM reports";
  private static final String FILTERED =
      " WHERE (:type::text IS NULL OR report_type = :type) AND (:range::text IS NULL OR date_range = :range)";

  private final JdbcClient jdbc;

  ReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Report insert(NewReport report, int author, Instant now) {
    int id =
        jdbc.sql(
                "INSERT INTO reports (user_id, report_type, date_range, summary, details, generated_at)"
                    + " VALUES (:author, :type, :range, :summary::json, :details::json, :now) RETURNING id")
            .param("author", author)
            .param("type", report.reportType())
            .param("range", report.dateRange())
            .param("summary", report.summary())
            .param("details", report.details())
            .param("now", Instants.column(now))
            .query(Integer.class)
            .single();
    return new Report(
        id,
        author,
        report.reportType(),
        report.dateRange(),
        report.summary(),
        report.details(),
        now);
  }

  long count(ReportFilter filter) {
    return jdbc.sql("SELECT count(*) FROM reports" + FILTERED)
        .param("type", filter.type())
        .param("range", filter.dateRange())
        .query(Long.class)
        .single();
  }

  /** A page of everybody's reports, newest first. */
  StreamedList<Report> newest(ReportFilter filter, Paging paging) {
    return new StreamedList<>(
        sink ->
            jdbc.sql(
                    SELECT
                        + FILTERED
                        + " ORDER BY generated_at DESC, id DESC LIMIT :limit OFFSET :offset")
                .withFetchSize(ROWS_AT_A_TIME)
                .param("type", filter.type())
                .param("range", filter.dateRange())
                .param("limit", paging.perPage())
                .param("offset", paging.offset())
                .query(
                    row -> {
                      sink.accept(map(row, 0));
                    }));
  }

  Optional<Report> find(int id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(ReportRepository::map)
        .optional();
  }

  /** Whose report it is, locked until the end of the transaction; empty if there is none. */
  Optional<Owned> findOwnerForUpdate(int id) {
    return jdbc.sql(
            "SELECT user_id, report_type, date_range FROM reports WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(Owned.class)
        .optional();
  }

  void delete(int id) {
    jdbc.sql("DELETE FROM reports WHERE id = :id").param("id", id).update();
  }

  private static Report map(ResultSet row, int number) throws SQLException {
    return new Report(
        row.getInt("id"),
        row.getInt("user_id"),
        row.getString("report_type"),
        row.getString("date_range"),
        row.getString("summary"),
        row.getString("details"),
        Instants.required(row, "generated_at"));
  }

  /** A report without its contents. */
  record Owned(int userId, String reportType, String dateRange) {}
}
