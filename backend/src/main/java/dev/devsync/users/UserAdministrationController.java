package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.ratelimit.RateLimited;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Refuses;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for admins. */
@RestController
@RequestMapping("/api/v1")
class UserAdministrationController {

  private final UserAdministration administration;
  private final UserRepository users;

  UserAdministrationController(UserAdministration administration, UserRepository users) {
    this.administration = administration;
    this.users = users;
  }

  @PostMapping("/admin/users")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.MANAGE_USERS)
  @Refuses(409)
  UserChanged createUser(@Body(NewUser.class) JsonBody body, Caller caller) {
    return new UserChanged(
        "User created successfully", administration.create(NewUser.read(body), caller));
  }

  @PutMapping({"/users/{id:\\d+}", "/admin/users/{id:\\d+}"})
  @Requires(Right.MANAGE_USERS)
  @Refuses(409)
  UserChanged updateUser(
      @PathVariable int id, @Body(UserChanges.Documented.class) JsonBody body, Caller caller) {
    UserChanges wanted = UserChanges.read(body);
    return new UserChanged("User updated successfully", administration.update(id, wanted, caller));
  }

  @PutMapping("/admin/users/{id:\\d+}/role")
  @Requires(Right.MANAGE_USERS)
  @RateLimited(perMinute = 10)
  UserChanged updateRole(@PathVariable int id, @Body(NewRole.class) JsonBody body, Caller caller) {
    if (users.find(id).isEmpty()) {
      throw ApiException.notFound("User not found");
    }
    Role role = UserFields.role(body).value();
    if (role == null) {
      throw ApiException.badRequest("Role is required");
    }
    return new UserChanged(
        "User role updated successfully", administration.changeRole(id, role, caller));
  }

  @DeleteMapping({"/users/{id:\\d+}", "/admin/users/{id:\\d+}"})
  @Requires(Right.MANAGE_USERS)
  @Refuses({400, 500})
  Message deleteUser(@PathVariable int id, Caller caller) {
    administration.delete(id, caller);
    return new Message("User deleted successfully");
  }

  record NewRole(Role role) {}

  record UserChanged(String message, UserSummary user) {}
}
