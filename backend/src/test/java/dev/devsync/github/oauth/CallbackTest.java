package dev.devsync.github.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallbackTest extends ConsentTest {

  @Test
  void theBrowserArrivesAndIsSentOnToTheWebClient() throws Exception {
    Return back = consented(ann);
    arrive("?code=" + back.code() + "&state=" + back.state())
        .then()
        .statusCode(302)
        .header(
            "Location",
            "http://localhost:3000/github/connected?success=true&github_success=true&github_username=octocat&user_id="
                + ann.id());
    assertConnected();
  }

  @Test
  void theWebClientPostsCodeAndState() throws Exception {
    as(ann, consented(ann).json())
        .post("/github/callback")
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("connected", equalTo(true))
        .body("github_username", equalTo("octocat"))
        .body("username", equalTo("octocat"))
        .body("message", equalTo("GitHub account connected successfully"));
    assertConnected();
  }

  @Test
  void theWebClientAsksForAnExchange() throws Exception {
    Return back = consented(ann);
    anonymous()
        .get("/github/exchange?code={code}&state={state}", back.code(), back.state())
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("github_username", equalTo("octocat"));
    assertConnected();
  }

  @Test
  void identicalRequestsAtOnceShareOneOutcome() throws Exception {
    Return back = consented(ann);
    List<Callable<Integer>> requests =
        Stream.<Callable<Integer>>of(
                () -> anonymous(back.json()).post("/github/callback").statusCode(),
                () -> anonymous(back.json()).post("/github/callback").statusCode(),
                () -> arrive("?code=" + back.code() + "&state=" + back.state()).statusCode())
            .toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new java.util.ArrayList<>();
      for (var answer : executor.invokeAll(requests)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 200, 302);
    }
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
    assertConnected();
  }

  @Test
  void aRepetitionIsToldTheSameForTwoMinutes() {
    Return back = consented(ann);
    anonymous(back.json()).post("/github/callback").then().statusCode(200);
    clock.advance(Duration.ofSeconds(110));
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(200)
        .body("username", equalTo("octocat"));
    clock.advance(Duration.ofSeconds(20));
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter - missing user ID"));
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
  }

  @Test
  void aUsedStateIsGoodForNoOtherCode() {
    Return back = consented(ann);
    anonymous(back.json()).post("/github/callback").then().statusCode(200);
    anonymous(new Return("another", back.state()).json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter - missing user ID"))
        .body("success", equalTo(false));
  }

  @Test
  void aRefusalIsRepeatedToo() {
    Return back = new Return("stolen", consented(ann).state());
    for (int i = 0; i < 2; i++) {
      anonymous(back.json())
          .post("/github/callback")
          .then()
          .statusCode(400)
          .body("error", equalTo("Failed to obtain access token"));
    }
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
    assertNotConnected();
  }
}
