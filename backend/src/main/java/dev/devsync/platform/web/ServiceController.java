package dev.devsync.platform.web;

import dev.devsync.platform.access.OpenTo;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What load balancers and people at the front door see. */
@RestController
class ServiceController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  @GetMapping("/")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = String.class, type = "text/html")
  ResponseEntity<String> root() {
    return ResponseEntity.ok().contentType(HTML).body("DevSync API is running");
  }

  @GetMapping("/health")
  @OpenTo(OpenTo.Audience.EVERYONE)
  Health health() {
    return new Health("ok");
  }

  record Health(String status) {}
}
