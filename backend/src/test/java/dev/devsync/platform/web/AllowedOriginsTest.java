package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.configuration.WebSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedOriginsTest {

  @ParameterizedTest
  @CsvSource({
    "https://Board.Example:443/app, https://board.example",
    "http://board.example:80, http://board.example",
    "https://board.example:8443/, https://board.example:8443",
    "https://[2001:db8::1]:8443, https://[2001:db8::1]:8443"
  })
  void settingsMayBeWrittenAsPeopleWriteAddresses(String setting, String origin) {
    assertThat(new AllowedOrigins(new WebSettings("production", setting, "")).contains(origin))
        .isTrue();
    AllowedOrigins further =
        new AllowedOrigins(new WebSettings("production", "https://other.example", setting));
    assertThat(further.contains(origin)).isTrue();
    assertThat(further.contains(origin + "1")).isFalse();
  }
}
