package dev.devsync.dashboard;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people get on. */
@RestController
@RequestMapping("/api/v1")
class ProgressController {

  private final Progress progress;

  ProgressController(Progress progress) {
    this.progress = progress;
  }

  @GetMapping("/users/{id:\\d+}/progress")
  @Requires(Right.VIEW_PERSON)
  PersonProgress personProgress(@PathVariable int id, Caller caller) {
    if (!caller.has(Right.VIEW_PERSON, caller.id() == id ? Set.of(Relation.SELF) : Set.of())) {
      throw ApiException.forbidden("You can only view your own profile");
    }
    return progress.of(id);
  }
}
