package dev.devsync.admin;

import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.ratelimit.RateLimited;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the whole system. */
@RestController
@RequestMapping("/api/v1")
class SystemStatsController {

  private final SystemStatsRepository stats;

  SystemStatsController(SystemStatsRepository stats) {
    this.stats = stats;
  }

  @GetMapping("/admin/stats")
  @Requires(Right.VIEW_SYSTEM_FIGURES)
  @RateLimited(perMinute = 20)
  SystemStats systemStats() {
    return new SystemStats(stats.users(), stats.projects(), stats.tasks());
  }
}
