package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerProcessTest {

  private static final Map<String, String> BLANK =
      Map.of(
          "DATABASE_URL",
          "",
          "JWT_SECRET_KEY",
          "",
          "FRONTEND_URL",
          "",
          "APP_ENV",
          "",
          "FLASK_ENV",
          "");

  @TempDir private Path home;

  @Test
  void dataSurvivesAStopAndAKillAndSessionsDoToo() throws Exception {
    ServerProcess first = ServerProcess.start(home, BLANK).untilHealthy();
    assertThat(
            first
                .post(
                    "/api/v1/auth/register",
                    "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"password1\"}")
                .statusCode())
        .isEqualTo(201);
    first.kill();

    ServerProcess second = ServerProcess.start(home, BLANK).untilHealthy();
    String login = "{\"email\":\"ann@example.com\",\"password\":\"password1\"}";
    assertThat(second.post("/api/v1/auth/login", login).statusCode()).isEqualTo(200);
    assertThat(second.stop()).isEqualTo(143);

    ServerProcess third = ServerProcess.start(home, BLANK).untilHealthy();
    assertThat(third.post("/api/v1/auth/login", login).statusCode()).isEqualTo(200);
    assertThat(third.stop()).isEqualTo(143);

    Path secrets = home.resolve("secrets.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(home.resolve("server.log")))
        .doesNotContain("ann@example.com", "password1", "ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          APP_ENV=production,JWT_SECRET_KEY=0123456789abcdef0123456789abcdef        | DATABASE_URL is not set
          APP_ENV=production,DATABASE_URL=postgresql://u:geheim@localhost:1/x       | JWT_SECRET_KEY is missing
          APP_ENV=production,JWT_SECRET_KEY=tooshort,DATABASE_URL=postgresql://u:geheim@localhost:1/x | JWT_SECRET_KEY is missing
          DATABASE_URL=mysql://u:geheim@localhost/x                                 | DATABASE_URL is not a PostgreSQL URL
          JWT_COOKIE_SAMESITE=None                                                  | JWT_COOKIE_SAMESITE=None needs secure cookies
          ACCESS_TOKEN_EXPIRE_MINUTES=0                                             | Token lifetimes must be positive
          JWT_ALGORITHM=RS256                                                       | JWT_ALGORITHM is RS256
          APP_ENV=prod                                                              | APP_ENV (or FLASK_ENV) to one of: production, development, testing, test
          FLASK_ENV=live                                                            | APP_ENV is "live"
          LOG_FORMAT=xml                                                            | LOG_FORMAT is "xml"
          FRONTEND_URL=devsync.example.com                                          | FRONTEND_URL holds something that is not an address
          CORS_ALLOWED_ORIGINS=*                                                    | CORS_ALLOWED_ORIGINS holds something that is not an address
          RATE_LIMIT_REQUESTS_PER_WINDOW=0                                          | The rate limit must allow something
          """)
  void aServerThatCannotRunSaysWhatToSet(String variables, String problem) throws Exception {
    Map<String, String> environment = new java.util.HashMap<>();
    for (String variable : variables.split(",")) {
      String[] pair = variable.split("=", 2);
      environment.put(pair[0], pair[1]);
    }
    assertThat(ServerProcess.start(home, environment).waitFor()).isEqualTo(1);
    assertThat(Files.readString(home.resolve("server.log")))
        .contains(problem, "Action:")
        .doesNotContain("geheim");
  }
}
