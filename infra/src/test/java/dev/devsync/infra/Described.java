package dev.devsync.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.assertions.Template;

/** The description with the settings of cdk.json, made once for all tests. */
final class Described {

  static final DevSyncOnAws DEVSYNC = DevSyncOnAws.describe(settings());

  static final Template DELIVERY = Template.fromStack(DEVSYNC.delivery());
  static final Template STAGING = Template.fromStack(DEVSYNC.staging());
  static final Template PRODUCTION = Template.fromStack(DEVSYNC.production());

  private Described() {}

  /** The context the CDK command line would hand over. */
  static Map<String, Object> settings() {
    try {
      var mapper = new ObjectMapper();
      var context = mapper.readTree(Path.of("cdk.json").toFile()).get("context");
      return new HashMap<>(
          mapper.convertValue(context, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same settings with one environment's setting changed. */
  static Map<String, Object> settingsWith(String environment, String name, String value) {
    var settings = settings();
    var changed = new HashMap<String, Object>((Map<String, ?>) cast(settings.get(environment)));
    changed.put(name, value);
    settings.put(environment, changed);
    return settings;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> cast(Object settings) {
    return (Map<String, ?>) settings;
  }
}
