package dev.devsync.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05-20, 2026-05-20T00:00:00Z",
    "2026-05-20T09:30, 2026-05-20T09:30:00Z",
    "2026-05-20T09:30:00, 2026-05-20T09:30:00Z",
    "2026-05-20T09:30:00.5, 2026-05-20T09:30:00.500Z",
    "2026-05-20T00:00:00.000Z, 2026-05-20T00:00:00Z",
    "2026-05-20T09:30Z, 2026-05-20T09:30:00Z",
    "2026-05-20T09:30:00+02:00, 2026-05-20T07:30:00Z",
    "2026-05-20T09:30:00-0530, 2026-05-20T15:00:00Z",
    "2026-05-20T09:30:00.1234567Z, 2026-05-20T09:30:00.123456Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void theFormsOfTheContractAreRead(String text, Instant instant) {
    assertThat(Instants.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "20.05.2026",
        "2026-13-01",
        "2026-02-30",
        "2026-05-20T25:00",
        "2026-05-20 09:30",
        "+12026-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-23:00",
        "0000-01-01",
        "2026-05-20T09:30:00+99:00",
        "2026-02-31T00:00:00Z",
        "2026-04-31T10:00:00+02:00",
        "2026-05-20T00:00:00ZZ",
        "2026-05-20T00:00:00+02:00+0200",
        "2026-05-20T24:00:00Z",
        "2026-05",
        "20260520",
        "Z"
      })
  void nothingElseIsATime(String text) {
    assertThat(Instants.parse(text)).isEmpty();
  }

  @Test
  void daysBeginAtMidnightUtc() {
    assertThat(Instants.startOfDay(Instant.parse("2026-05-20T23:59:59Z")))
        .isEqualTo("2026-05-20T00:00:00Z");
    assertThat(Instants.column(null)).isNull();
    assertThat(Instants.isDateOnly("2026-05-20")).isTrue();
    assertThat(Instants.isDateOnly("2026-05-20T00:00")).isFalse();
  }
}
