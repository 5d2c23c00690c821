package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.errors.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People as everybody may see them. */
@RestController
@RequestMapping("/api/v1")
class UserController {

  private final UserRepository users;

  UserController(UserRepository users) {
    this.users = users;
  }

  @GetMapping("/users")
  @Requires(Right.LIST_PEOPLE)
  UserList users(@RequestParam(required = false) @Nullable String role) {
    return list(role);
  }

  @GetMapping("/admin/users")
  @Requires(Right.VIEW_ALL_USERS)
  UserList administeredUsers(@RequestParam(required = false) @Nullable String role) {
    return list(role);
  }

  @GetMapping("/users/{id:\\d+}")
  @Requires(Right.VIEW_PERSON)
  UserAnswer user(@PathVariable int id, Caller caller) {
    if (!caller.has(Right.VIEW_PERSON, caller.id() == id ? Set.of(Relation.SELF) : Set.of())) {
      throw ApiException.forbidden("You can only view your own profile");
    }
    return users.find(id).map(UserAnswer::of).orElseThrow(ApiException::resourceNotFound);
  }

  private UserList list(@Nullable String role) {
    Role wanted = Optional.ofNullable(role).flatMap(Role::named).orElse(null);
    return new UserList(users.all(wanted).stream().map(UserDetails::of).toList());
  }

  record UserList(List<UserDetails> users) {}
}
