package dev.devsync.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The description with the settings of cdk.json, made once for all tests. */
final class Described {

  static final DevSyncOnAws DEVSYNC = DevSyncOnAws.describe(settings());

  static final StackTemplate DELIVERY = StackTemplate.of(DEVSYNC.delivery());
  static final StackTemplate STAGING = StackTemplate.of(DEVSYNC.staging());
  static final StackTemplate PRODUCTION = StackTemplate.of(DEVSYNC.production());

  private Described() {}

  static Stream<StackTemplate> environments() {
    return Stream.of(STAGING, PRODUCTION);
  }

  static Stream<StackTemplate> stacks() {
    return Stream.of(DELIVERY, STAGING, PRODUCTION);
  }

  /** The context the CDK command line would hand over. */
  static Map<String, Object> settings() {
    try {
      var mapper = new ObjectMapper();
      var context = mapper.readTree(Path.of("cdk.json").toFile()).get("context");
      return mapper.convertValue(context, new TypeReference<HashMap<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same settings with one of them changed; a dot leads into an environment. */
  static Map<String, Object> settingsWith(String name, String value) {
    var settings = settings();
    var path = name.split("\\.");
    if (path.length == 1) {
      settings.put(name, value);
    } else {
      var environment = new HashMap<Object, Object>((Map<?, ?>) settings.get(path[0]));
      environment.put(path[1], value);
      settings.put(path[0], environment);
    }
    return settings;
  }
}
