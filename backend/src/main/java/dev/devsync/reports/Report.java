package dev.devsync.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.RawJson;
import java.time.Instant;

/**
 * A saved report. Some fields appear under two names, the older of which is in camel case.
 *
 * @param summary the JSON object as it was sent
 * @param details the JSON array as it was sent
 */
record Report(
    int id,
    int userId,
    String type,
    @JsonProperty("dateRange") String dateRange,
    @RawJson(JsonBody.Kind.OBJECT) String summary,
    @RawJson(JsonBody.Kind.ARRAY) String details,
    @JsonProperty("generatedAt") Instant generatedAt) {

  @JsonProperty("report_type")
  String reportType() {
    return type;
  }

  @JsonProperty("date_range")
  String range() {
    return dateRange;
  }

  @JsonProperty("generated_at")
  Instant generated() {
    return generatedAt;
  }
}
