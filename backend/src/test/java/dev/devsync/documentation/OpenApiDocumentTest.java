package dev.devsync.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class OpenApiDocumentTest extends HttpTest {

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JsonMapper json;

  @Test
  void theServedDocumentSaysWhatTheCodeDoes() throws IOException {
    String document = new OpenApiGenerator(json).write(Endpoint.all(requestMappingHandlerMapping));

    new CommittedFile("src/main/resources/openapi.yaml").mustBe(document);
  }
}
