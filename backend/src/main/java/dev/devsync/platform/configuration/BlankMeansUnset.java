package dev.devsync.platform.configuration;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Hides environment variables that are set to nothing, so that their defaults apply (conventions,
 * section 12).
 */
class BlankMeansUnset implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    Map<String, Object> set =
        environment.getSystemEnvironment().entrySet().stream()
            .filter(entry -> !String.valueOf(entry.getValue()).isBlank())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (environment.getPropertySources().contains(name)) {
      environment
          .getPropertySources()
          .replace(name, new SystemEnvironmentPropertySource(name, set));
    }
  }

  @Override
  public int getOrder() {
    // Before configuration files are read, which takes place at HIGHEST_PRECEDENCE + 10.
    return Ordered.HIGHEST_PRECEDENCE + 9;
  }
}
