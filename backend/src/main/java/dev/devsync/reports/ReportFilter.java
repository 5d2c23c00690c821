package dev.devsync.reports;

import dev.devsync.platform.web.QueryText;
import org.jspecify.annotations.Nullable;

/** Which reports a list holds; null lets all through. */
record ReportFilter(@Nullable String type, @Nullable String dateRange) {

  static ReportFilter read(@Nullable String type, @Nullable String dateRange) {
    return new ReportFilter(QueryText.of("type", type), QueryText.of("dateRange", dateRange));
  }
}
