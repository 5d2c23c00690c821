package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.platform.errors.ApiException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Bodies that anybody can send, which must cost next to nothing until their signature is right. */
@TestPropertySource(properties = "devsync.github.webhook-secret=the fallback secret for webhooks")
class ForgedBodiesTest extends GithubHttpTest {

  private static final int ELEMENTS = 3_000_000;

  @Autowired private Webhooks webhooks;

  @Test
  void aBodyOfMillionsOfObjectsIsNotBuiltBeforeItsSignatureIsKnownToBeRight() {
    byte[] body =
        ("{\"x\": [" + "{},".repeat(ELEMENTS) + "{}], \"repository\": {\"id\": 1}}")
            .getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> webhooks.receive("issues", "1", "sha256=" + "0".repeat(64), body))
        .isInstanceOf(ApiException.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(body.length);
  }

  @Test
  void theClaimedRepositoryIsFoundWhereverItStands() {
    for (String body :
        new String[] {
          "{\"repository\": {\"owner\": {\"id\": 2}, \"id\": 7, \"full_name\": \"acme/door\"}}",
          "{\"issue\": {\"repository\": {\"id\": 3}}, \"n\": [1, {}], \"repository\":"
              + " {\"full_name\": \"acme/door\", \"topics\": [\"id\"], \"id\": 7}, \"x\": 1}"
        }) {
      assertThat(claimedIn(body)).isEqualTo(new ClaimedSender(7, "acme/door"));
    }
    for (String body :
        new String[] {"", "7", "{", "{\"repository\": 7}", "{\"repository\": {\"id\""}) {
      assertThat(claimedIn(body)).isEqualTo(new ClaimedSender(0, ""));
    }
  }

  private static ClaimedSender claimedIn(String body) {
    return ClaimedSender.of(
        tools.jackson.databind.json.JsonMapper.builder().build(),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
