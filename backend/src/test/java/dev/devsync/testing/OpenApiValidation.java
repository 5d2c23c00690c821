package dev.devsync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.json.BodyReadingCheck;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/**
 * Holds every answer a test receives against the document the server serves: path, method, status, media type, and the
 * body down to its last field.
 */
public final class OpenApiValidation implements Filter {

  @Override
  public Response filter(
      FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
    Response response = context.next(request, expected);
    String path = URI.create(request.getURI()).getRawPath();
    if (!request.getMethod().equals("OPTIONS") && !path.startsWith("/socket.io")) {
      check(request.getMethod(), path, response);
    }
    return response;
  }

  private static void check(String method, String path, Response response) {
    String subject = method + " " + path + " answered " + response.statusCode();
    assertThat(response.header(BodyReadingCheck.HEADER)).as(subject).isNull();
    DocumentedAnswer answer =
        OpenApiDocument.served()
            .answer(method.equals("HEAD") ? "GET" : method, path, response.statusCode())
            .orElseThrow(() -> new AssertionError(subject + ", which is not documented:\n" + response.asString()));
    if (!method.equals("HEAD")) {
      assertThat(answer.problemsOf(response.contentType(), response.asByteArray()))
          .as(() -> subject + " with another body than documented:\n" + response.asString())
          .isEmpty();
    }
  }
}
