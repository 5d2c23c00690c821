package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.configuration.StartRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@localhost:5432/devsync, jdbc:postgresql://localhost:5432/devsync?sslmode=disable",
    "postgres://u:p@db/devsync, jdbc:postgresql://db/devsync?sslmode=disable",
    "postgresql+psycopg2://u:p@devsync-postgres/x, jdbc:postgresql://devsync-postgres/x?sslmode=disable",
    "postgresql://u:p@127.0.0.9/x, jdbc:postgresql://127.0.0.9/x?sslmode=disable",
    "postgresql://u:p@box.local/x, jdbc:postgresql://box.local/x?sslmode=disable",
    "postgresql://u:p@[::1]:5433/x, jdbc:postgresql://[::1]:5433/x?sslmode=disable",
    "postgresql://u:p@db.example.com/x, jdbc:postgresql://db.example.com/x?sslmode=require",
    "postgresql://u:p@db.example.com/x?a=b, jdbc:postgresql://db.example.com/x?a=b&sslmode=require",
    "postgresql://u:p@db.example.com/x?sslmode=verify-full, jdbc:postgresql://db.example.com/x?sslmode=verify-full"
  })
  void urlsBecomeJdbc(String url, String jdbc) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    assertThat(parsed.jdbcUrl()).isEqualTo(jdbc);
    assertThat(parsed.user()).isEqualTo("u");
    assertThat(parsed.password()).isEqualTo("p");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://user:p%40ss%2Bword+x@db/x, user, p@ss+word+x",
    "postgresql://user@db/x, user, ",
    "postgresql://db/x, , "
  })
  void credentialsAreDecoded(String url, String user, String password) {
    assertThat(DatabaseUrl.parse(url).user()).isEqualTo(user);
    assertThat(DatabaseUrl.parse(url).password()).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@db/x",
        "postgresql://u:secret@db",
        "postgresql:///x?secret",
        "secret",
        "postgresql://u:se cret@db/x"
      })
  void otherUrlsAreRefusedWithoutRepeatingThem(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(StartRefused.class)
        .hasMessage("DATABASE_URL is not a PostgreSQL URL.");
  }
}
