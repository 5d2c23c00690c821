package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Refuses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping("/api/v1")
class ProfileController {

  private final Profiles profiles;

  ProfileController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping({"/profile", "/auth/me"})
  @Requires(Right.USE_OWN_ACCOUNT)
  UserAnswer profile(Caller caller) {
    return UserAnswer.of(profiles.of(caller));
  }

  @PutMapping("/profile")
  @Requires(Right.USE_OWN_ACCOUNT)
  @Refuses(409)
  ProfileChanged updateProfile(
      @Body(ProfileChanges.Documented.class) JsonBody body, Caller caller) {
    User user = profiles.change(ProfileChanges.read(body), caller);
    return new ProfileChanged("Profile updated successfully", UserSummary.of(user));
  }

  record ProfileChanged(String message, UserSummary user) {}
}
