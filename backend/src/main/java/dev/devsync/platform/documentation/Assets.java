package dev.devsync.platform.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;

/** The files the documentation pages consist of: ours, and those of Swagger UI that ours use. */
final class Assets {

  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");
  private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final Asset page = new Asset(ours("index.html"), PAGE);
  private final Map<String, Asset> byName;

  Assets() {
    String swaggerUi = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
    byName =
        Map.of(
            "initializer.js", new Asset(ours("initializer.js"), SCRIPT),
            "swagger-ui-bundle.js", new Asset(new ClassPathResource(swaggerUi + "swagger-ui-bundle.js"), SCRIPT),
            "swagger-ui.css", new Asset(new ClassPathResource(swaggerUi + "swagger-ui.css"), STYLE),
            "favicon-32x32.png",
                new Asset(new ClassPathResource(swaggerUi + "favicon-32x32.png"), MediaType.IMAGE_PNG));
  }

  Asset page() {
    return page;
  }

  Optional<Asset> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** A file and what it is. */
  record Asset(Resource content, MediaType type) {}

  private static Resource ours(String name) {
    return new ClassPathResource("documentation/" + name);
  }

  /** The version is part of every path inside the package, so it is read rather than repeated here. */
  private static String version() {
    try {
      Properties about =
          PropertiesLoaderUtils.loadProperties(
              new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
      return about.getProperty("version");
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
