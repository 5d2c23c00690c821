package dev.devsync.reports;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.RawJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report to be saved.
 *
 * @param summary any JSON object, kept as sent
 * @param details any JSON array, kept as sent
 */
record NewReport(
    String reportType,
    String dateRange,
    @RawJson(JsonBody.Kind.OBJECT) String summary,
    @RawJson(JsonBody.Kind.ARRAY) String details) {

  private static final List<String> TYPES = List.of("tasks", "developers", "github");
  private static final List<String> RANGES = List.of("week", "month", "quarter", "year");

  static NewReport read(JsonBody body) {
    for (String field : List.of("report_type", "date_range", "summary", "details")) {
      if (!body.hasValue(field)) {
        throw ApiException.badRequest("Missing required " + field + " field");
      }
    }
    return new NewReport(
        required(body.oneOf("report_type", TYPES, invalid("report_type", TYPES)).value()),
        required(body.oneOf("date_range", RANGES, invalid("date_range", RANGES)).value()),
        required(body.rawJson("summary", JsonBody.Kind.OBJECT, "Summary must be a JSON object")),
        required(body.rawJson("details", JsonBody.Kind.ARRAY, "Details must be a JSON array")));
  }

  private static String required(@Nullable String checked) {
    return Objects.requireNonNull(checked);
  }

  private static String invalid(String field, List<String> words) {
    return "Invalid " + field + ". Must be one of: " + String.join(", ", words);
  }
}
