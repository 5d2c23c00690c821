package dev.devsync.admin;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes settings. */
@Service
class SettingsAdministration {

  private final SystemSettings settings;
  private final SettingsRepository rows;
  private final ChangeLog changes;
  private final JsonMapper json;
  private final Clock clock;

  SettingsAdministration(
      SystemSettings settings,
      SettingsRepository rows,
      ChangeLog changes,
      JsonMapper json,
      Clock clock) {
    this.settings = settings;
    this.rows = rows;
    this.changes = changes;
    this.json = json;
    this.clock = clock;
  }

  /** All settings as they are after the change. */
  @Transactional
  public Settings change(SettingsChange wanted, Caller admin) {
    if (wanted.keys().isEmpty()) {
      return settings.current();
    }
    rows.lock();
    Settings before = settings.current();
    Map<String, String> values = new LinkedHashMap<>();
    wanted.applyTo(before).forEach((key, value) -> values.put(key, json.writeValueAsString(value)));
    rows.save(values, admin.id(), clock.instant());
    Settings after = settings.current();
    record(wanted.keys(), before, after, admin);
    return after;
  }

  /**
   * Clients send everything back that they got, so what was sent is audited and what changed is
   * announced.
   */
  private void record(List<String> sent, Settings before, Settings after, Caller admin) {
    AuditEntry entry =
        new AuditEntry("settings_updated", "settings", null, Map.of("settings_updated", sent));
    List<String> changed = changed(sent, before, after);
    changes.record(
        admin.actor(),
        changed.isEmpty() ? List.of() : List.of(new SettingsUpdated(changed)),
        List.of(entry));
  }

  private List<String> changed(List<String> sent, Settings before, Settings after) {
    JsonNode former = json.valueToTree(before);
    JsonNode present = json.valueToTree(after);
    return sent.stream().filter(key -> !present.path(key).equals(former.path(key))).toList();
  }
}
