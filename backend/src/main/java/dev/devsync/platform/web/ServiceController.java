package dev.devsync.platform.web;

import dev.devsync.platform.access.OpenTo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What load balancers and people at the front door see. */
@RestController
class ServiceController {

  @GetMapping(path = "/", produces = "text/html; charset=utf-8")
  @OpenTo(OpenTo.Audience.EVERYONE)
  String root() {
    return "DevSync API is running";
  }

  @GetMapping("/health")
  @OpenTo(OpenTo.Audience.EVERYONE)
  Health health() {
    return new Health("ok");
  }

  record Health(String status) {}
}
