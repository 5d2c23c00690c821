package dev.devsync.github;

import dev.devsync.github.accounts.TokenSealing;
import dev.devsync.github.accounts.TokenSealing.Result;
import dev.devsync.platform.configuration.Command;
import dev.devsync.platform.configuration.StartRefused;
import java.io.PrintStream;
import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.SpringProperties;

/**
 * The command {@code --reencrypt}: brings stored tokens and secrets under the newest key and says
 * how many, beside servers that go on running.
 */
public final class Reencryption implements Command {

  private static final String OPTION = "--reencrypt";

  /** Only what the command needs: configuration, keys and the database. */
  @Import(TokenSealing.class)
  @ImportAutoConfiguration(JdbcTemplateAutoConfiguration.class)
  @ConfigurationPropertiesScan("dev.devsync.platform")
  @ComponentScan({
    "dev.devsync.platform.configuration",
    "dev.devsync.platform.crypto",
    "dev.devsync.platform.database"
  })
  static class Parts {}

  @Override
  public boolean isAskedFor(String... arguments) {
    return List.of(arguments).contains(OPTION);
  }

  /** Does it; returns 0 if everything is under the newest key now, and 2 if something is not. */
  @Override
  public int run(PrintStream out, String... arguments) {
    // What images prepare ahead of time is the whole server.
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    try (ConfigurableApplicationContext parts =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .logStartupInfo(false)
            .initializers(refusingTheEmbeddedDatabase())
            .run(arguments)) {
      return report(parts.getBean(TokenSealing.class).reseal(), out);
    }
  }

  /** It belongs to the one server that runs it, which does the same whenever it starts. */
  private static ApplicationContextInitializer<ConfigurableApplicationContext>
      refusingTheEmbeddedDatabase() {
    return context -> {
      if (context
          .getEnvironment()
          .getProperty("devsync.database.url", "embedded")
          .equals("embedded")) {
        throw new StartRefused(
            "DATABASE_URL is not set, and the embedded database belongs to the running server.",
            "Restart the server with TOKEN_ENCRYPTION_KEY=<new>,<old>: it encrypts everything anew when it starts.");
      }
    };
  }

  private static int report(List<Result> results, PrintStream out) {
    int resealed = results.stream().mapToInt(Result::resealed).sum();
    int left = results.stream().mapToInt(Result::left).sum();
    results.forEach(
        column ->
            out.printf(
                "%s: %d encrypted anew, %d left%n",
                column.column(), column.resealed(), column.left()));
    out.printf("Together: %d encrypted anew, %d left%n", resealed, left);
    return left == 0 ? 0 : 2;
  }
}
