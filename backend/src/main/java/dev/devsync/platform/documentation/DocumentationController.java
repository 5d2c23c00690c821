package dev.devsync.platform.documentation;

import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Answers;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The documents of API and live events as files, and Swagger UI to read the former with. */
@RestController
class DocumentationController {

  private static final MediaType YAML = MediaType.parseMediaType("text/yaml;charset=UTF-8");

  /**
   * Only files of this server run and are shown; data images are icons within Swagger UI's style
   * sheet.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'self'";

  private final Assets assets = new Assets();

  @GetMapping("/api/swagger.yaml")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = String.class, type = "text/yaml")
  ResponseEntity<Resource> openApiDocument() {
    return document("openapi.yaml");
  }

  @GetMapping("/api/asyncapi.yaml")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = String.class, type = "text/yaml")
  ResponseEntity<Resource> asyncApiDocument() {
    return document("asyncapi.yaml");
  }

  private static ResponseEntity<Resource> document(String name) {
    return ResponseEntity.ok()
        .contentType(YAML)
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource(name));
  }

  @GetMapping("/api/docs")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = Void.class, status = 302)
  ResponseEntity<Void> documentationAddress() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/api/docs/")).build();
  }

  @GetMapping("/api/docs/")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = String.class, type = "text/html")
  ResponseEntity<Resource> documentationPage() {
    return answer(assets.page(), CacheControl.noCache());
  }

  @GetMapping("/api/docs/{asset}")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Answers(value = byte[].class, type = "*/*")
  ResponseEntity<Resource> documentationAsset(@PathVariable String asset) {
    return answer(
        assets.named(asset).orElseThrow(ApiException::resourceNotFound),
        CacheControl.maxAge(Duration.ofHours(1)));
  }

  private static ResponseEntity<Resource> answer(Assets.Asset asset, CacheControl cache) {
    return ResponseEntity.ok()
        .contentType(asset.type())
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .cacheControl(cache)
        .body(asset.content());
  }
}
