package dev.devsync.admin;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores, before the port opens, a row for every setting that has none. Rows that are there stay as
 * they are.
 */
@Component
class DefaultSettings implements SmartInitializingSingleton {

  private final SystemSettings settings;
  private final SettingsRepository rows;
  private final JsonMapper json;
  private final Clock clock;

  DefaultSettings(SystemSettings settings, SettingsRepository rows, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.rows = rows;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Effective values rather than defaults: an older name of a setting may hold what its newer name
   * is to get.
   */
  @Override
  public void afterSingletonsInstantiated() {
    Map<String, String> values = new LinkedHashMap<>();
    json.valueToTree(settings.current())
        .properties()
        .forEach(setting -> values.put(setting.getKey(), setting.getValue().toString()));
    rows.saveMissing(values, clock.instant());
  }
}
