package dev.devsync.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.documentation.Endpoint;
import dev.devsync.platform.access.PublicEndpoints;
import dev.devsync.testing.HttpTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class OpenEndpointsTest extends HttpTest {

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void theListOfOpenEndpointsIsComplete() {
    Set<String> open =
        Endpoint.all(requestMappingHandlerMapping).stream()
            .filter(endpoint -> endpoint.right().isEmpty())
            .map(Endpoint::toString)
            .collect(Collectors.toSet());

    assertThat(open).isEqualTo(PublicEndpoints.ALL);
  }
}
