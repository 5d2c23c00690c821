package dev.devsync.admin;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;

/**
 * Settings have other values than before.
 *
 * @param keys those that changed, among those that were sent
 */
public record SettingsUpdated(List<String> keys) implements DomainEvent {

  @Override
  public String type() {
    return "settings.updated";
  }
}
