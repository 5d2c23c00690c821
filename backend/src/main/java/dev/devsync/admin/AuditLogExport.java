package dev.devsync.admin;

import dev.devsync.platform.web.LongAnswers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the audit log as CSV (RFC 4180), row by row from a cursor. */
@Component
class AuditLogExport {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "id",
              "created_at",
              "actor_user_id",
              "actor_name",
              "actor_role",
              "action",
              "resource_type",
              "resource_id",
              "ip",
              "user_agent",
              "metadata")
          .get();

  private final AuditLogRepository entries;
  private final LongAnswers answers;
  private final TransactionTemplate readOnly;

  AuditLogExport(
      AuditLogRepository entries, LongAnswers answers, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.answers = answers;
    this.readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
  }

  void send(AuditLogFilter filter, HttpServletResponse response) throws IOException {
    answers.send(new ServletServerHttpResponse(response), output -> print(filter, output));
  }

  private void print(AuditLogFilter filter, OutputStream output) throws IOException {
    Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    CSVPrinter csv = new CSVPrinter(text, FORMAT);
    try {
      readOnly.executeWithoutResult(status -> entries.forEach(filter, entry -> print(entry, csv)));
    } catch (UncheckedIOException unwritten) {
      throw unwritten.getCause();
    }
    csv.flush();
  }

  private static void print(AuditLogEntry entry, CSVPrinter csv) {
    try {
      csv.printRecord(cells(entry).map(AuditLogExport::harmless));
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static Stream<@Nullable Object> cells(AuditLogEntry entry) {
    return Stream.of(
        entry.id(),
        entry.createdAt(),
        entry.actorUserId(),
        entry.actorName(),
        entry.actorRole(),
        entry.action(),
        entry.resourceType(),
        entry.resourceId(),
        entry.ip(),
        entry.userAgent(),
        entry.metadata());
  }

  /** Spreadsheets take cells that begin like this for formulas; an apostrophe makes them text. */
  private static String harmless(@Nullable Object value) {
    String cell = value == null ? "" : value.toString();
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
