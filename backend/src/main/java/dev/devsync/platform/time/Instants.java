package dev.devsync.platform.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as the contract reads and stores them: UTC with microseconds, in columns without a time
 * zone.
 */
public final class Instants {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})");
  private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  private Instants() {}

  /**
   * Reads a date, a date and time, or a date and time with a zone; no zone means UTC and a date
   * alone its first moment (conventions, section 4.2).
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(parsed(text).truncatedTo(ChronoUnit.MICROS)).filter(Instants::isStorable);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** Whether the text is a date without a time of day. */
  public static boolean isDateOnly(String text) {
    return DATE.matcher(text).matches();
  }

  private static Instant parsed(String text) {
    if (isDateOnly(text)) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    if (ZONED.matcher(text).matches() && text.indexOf('T') > 0) {
      return OffsetDateTime.parse(OFFSET.matcher(text).replaceFirst("$1:$2")).toInstant();
    }
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** Years with four digits are what both PostgreSQL and RFC 3339 can say. */
  private static boolean isStorable(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }

  /** The value of a {@code timestamp} column for this instant. */
  public static @Nullable LocalDateTime column(@Nullable Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The instant in a {@code timestamp} column; null if the column is null. */
  public static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }

  /** The instant in a column that old rows may have left null; those count as the epoch. */
  public static Instant required(ResultSet row, String column) throws SQLException {
    Instant value = nullable(row, column);
    return value == null ? Instant.EPOCH : value;
  }

  /** The first moment of the instant's day, in UTC. */
  public static Instant startOfDay(Instant instant) {
    return instant.truncatedTo(ChronoUnit.DAYS);
  }
}
