package dev.devsync.admin;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.ratelimit.RateLimited;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** System settings and what they govern, for admins. */
@RestController
@RequestMapping("/api/v1")
class SettingsController {

  private final SystemSettings settings;
  private final SettingsAdministration administration;
  private final Retention retention;

  SettingsController(
      SystemSettings settings, SettingsAdministration administration, Retention retention) {
    this.settings = settings;
    this.administration = administration;
    this.retention = retention;
  }

  @GetMapping("/admin/settings")
  @Requires(Right.MANAGE_SETTINGS)
  @RateLimited(perMinute = 20)
  SettingsAnswer settings() {
    return new SettingsAnswer(settings.current());
  }

  @PutMapping("/admin/settings")
  @Requires(Right.MANAGE_SETTINGS)
  @RateLimited(perMinute = 10)
  SettingsChanged changeSettings(
      @Body(SettingsChange.Documented.class) JsonBody body, Caller caller) {
    return new SettingsChanged(
        "System settings updated successfully",
        administration.change(SettingsChange.read(body), caller));
  }

  @PostMapping("/admin/settings/retention/run")
  @Requires(Right.MANAGE_SETTINGS)
  @RateLimited(perMinute = 5)
  RetentionAnswer runRetention(Caller caller) {
    return retention.runByHand(caller.actor());
  }

  record SettingsAnswer(Settings settings) {}

  record SettingsChanged(String message, Settings settings) {}
}
