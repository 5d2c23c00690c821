package dev.devsync.admin;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;

/** Settings changed; {@code keys} are those whose values differ now. */
public record SettingsUpdated(List<String> keys) implements DomainEvent {

  @Override
  public String type() {
    return "settings.updated";
  }
}
