package dev.devsync.documentation;

import dev.devsync.testing.HttpTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RightsDocumentTest extends HttpTest {

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void thePageOfRightsSaysWhatTheCodeDoes() throws IOException {
    new CommittedFile("../docs/rbac.md").mustBe(RightsPage.of(Endpoint.all(requestMappingHandlerMapping)));
  }
}
