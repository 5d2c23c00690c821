package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the very text CloudFront receives. */
class PageAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "/, /index.html",
    "/projects, /index.html",
    "/projects/12/board, /index.html",
    "/tasks/7/, /index.html",
    "/apiary, /index.html",
    "/index.html, /index.html",
    "/favicon.ico, /favicon.ico",
    "/manifest.webmanifest, /manifest.webmanifest",
    "/static/app-4f3a.js, /static/app-4f3a.js",
    "/static/missing, /static/missing",
    "/assets/missing, /assets/missing",
    "/v1.2/notes, /index.html"
  })
  void pagesStartAtTheStartPageAndFilesKeepTheirAddress(String asked, String served)
      throws IOException, InterruptedException {
    assertThat(rewritten(asked)).isEqualTo(served);
  }

  private static String rewritten(String uri) throws IOException, InterruptedException {
    var function = Described.STAGING.only("AWS::CloudFront::Function").get("FunctionCode").asText();
    var call = function + "process.stdout.write(handler({request: {uri: process.argv[1]}}).uri);";
    var node = new ProcessBuilder("node", "-e", call, uri).redirectErrorStream(true).start();
    var answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return answer;
  }
}
