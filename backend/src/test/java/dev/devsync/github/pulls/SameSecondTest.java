package dev.devsync.github.pulls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.github.TaskKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class SameSecondTest extends GithubHttpTest {

  @Autowired private PullRequestRepository pulls;
  @Autowired private IncomingPullRequests incoming;
  @Autowired private TaskKeys keys;

  private PullRequestNews news(int repo, String state, String second) {
    return PullRequestNews.of(
        repo,
        JsonMapper.builder()
            .build()
            .readTree(
                "{\"number\": 1, \"state\": \"%s\", \"title\": \"Oil\", \"updated_at\": \"2026-05-07T12:00:0%sZ\"}"
                    .formatted(state, second)),
        keys);
  }

  @Test
  void whatHappenedInTheSameSecondAsTheLatestNewsIsStillNews() {
    FakeRepository door = github.repository("acme/door");
    int repo = given.aRepository(door.fullName());
    incoming.heed(news(repo, "open", "1"));
    assertThat(pulls.upToDate(repo, List.of(news(repo, "open", "1")))).containsExactly(1);
    assertThat(pulls.upToDate(repo, List.of(news(repo, "closed", "1")))).isEmpty();
    assertThat(pulls.upToDate(repo, List.of(news(repo, "closed", "0")))).containsExactly(1);
  }
}
