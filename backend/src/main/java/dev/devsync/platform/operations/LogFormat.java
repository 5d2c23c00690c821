package dev.devsync.platform.operations;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Logs are JSON in production, one object a line, and for people elsewhere; {@code LOG_FORMAT} says
 * otherwise with {@code json} or {@code text}.
 */
class LogFormat implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String byDefault =
        "production".equalsIgnoreCase(environment.getProperty("devsync.web.environment"))
            ? "json"
            : "text";
    if ("json".equalsIgnoreCase(environment.getProperty("LOG_FORMAT", byDefault))) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "logFormat", Map.of("logging.structured.format.console", "logstash")));
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
