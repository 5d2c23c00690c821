package dev.devsync.github.issues;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssueListsTest extends GithubHttpTest {

  private TestUser dev;
  private int repo;
  private FakeRepository door;

  @BeforeEach
  void aRepositoryWithIssues() {
    dev = given.aDeveloper();
    connected(dev, "octocat");
    repo = given.aRepository("acme/door");
    door = github.repository("acme/door");
    door.open("Squeaks", "octocat");
    door.openPullRequest("Oil it", "oil", "octocat");
    door.open("Sticks", "hubot");
  }

  @Test
  void issuesAreListedWithoutPullRequests() {
    as(dev)
        .get("/github/repositories/{id}/issues", repo)
        .then()
        .statusCode(200)
        .body("issues.number", contains(3, 1))
        .body("issues[0].id", greaterThan(5_000_000_000L))
        .body("issues[0].title", equalTo("Sticks"))
        .body("issues[0].state", equalTo("open"))
        .body("issues[0].body", equalTo("About Sticks"))
        .body("issues[0].html_url", equalTo("https://github.com/acme/door/issues/3"))
        .body("issues[0].user.login", equalTo("hubot"))
        .body("issues[0].labels", empty())
        .body("issues[0].assignees", empty())
        .body("pagination.page", equalTo(1))
        .body("pagination.per_page", equalTo(30))
        .body("pagination.has_next", equalTo(false));
  }

  @Test
  void statesOtherThanTheThreeCountAsOpen() {
    github.setState(door, 1, "closed", "octocat");
    as(dev)
        .get("/github/repositories/{id}/issues?state=closed", repo)
        .then()
        .body("issues.number", contains(1));
    as(dev)
        .get("/github/repositories/{id}/issues?state=all", repo)
        .then()
        .body("issues", hasSize(2));
    as(dev)
        .get("/github/repositories/{id}/issues?state=sideways", repo)
        .then()
        .body("issues.number", contains(3));
  }

  @Test
  void pullRequestsSayHowFarTheyGot() {
    github.finish(door, 2, true, "octocat");
    as(dev)
        .get("/github/repositories/{id}/pulls?state=all", repo)
        .then()
        .statusCode(200)
        .body("pull_requests.number", contains(2))
        .body("pulls.number", contains(2))
        .body("pull_requests[0].merged", equalTo(true))
        .body("pull_requests[0].mergeable", nullValue())
        .body("pull_requests[0].draft", equalTo(false))
        .body("pull_requests[0].user.login", equalTo("octocat"));
    as(dev).get("/github/repositories/{id}/pulls", repo).then().body("pull_requests", empty());
  }

  @Test
  void assigneesAndLabelsNarrowTheLists() {
    as(dev)
        .get("/github/repositories/{id}/issues?assignee=nobody", repo)
        .then()
        .body("issues", empty());
    as(dev)
        .get("/github/repositories/{id}/issues?labels=a%20b,c", repo)
        .then()
        .body("issues", empty());
    as(dev)
        .get("/github/repositories/{id}/pulls?labels=c", repo)
        .then()
        .body("pull_requests", empty());
    as(dev)
        .get("/github/repositories/{id}/pulls?assignee=nobody", repo)
        .then()
        .body("pull_requests", empty());
  }

  @Test
  void aRepositoryThatGithubDoesNotKnowIsAFailureOfGithub() {
    int gone = given.aRepository("acme/gone");
    as(dev)
        .get("/github/repositories/{id}/issues", gone)
        .then()
        .statusCode(502)
        .body("message", equalTo("GitHub request failed"));
  }
}
