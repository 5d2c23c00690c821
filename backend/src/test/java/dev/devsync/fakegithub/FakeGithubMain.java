package dev.devsync.fakegithub;

/** Runs the fake for people: {@code make dev-github}. Its web hooks reach the server beside it. */
public final class FakeGithubMain {

  private FakeGithubMain() {}

  static void main(String[] args) throws InterruptedException {
    FakeGithub github = FakeGithub.start(args.length > 0 ? Integer.parseInt(args[0]) : 8010);
    FakeRepository door = github.repository("octocat/front-door").withCommits(12);
    door.open("The hinge squeaks", "octocat");
    door.open("Paint it green", "hubot");
    door.openPullRequest("Oil the hinge", "DS-1-oil-the-hinge", "octocat");
    github.repository("octocat/garden").withCommits(3).open("Water the roses", "octocat");
    github.repository("octocat/attic").withCommits(1);
    github.deliver(true);
    System.out.println(
        "A stand-in for GitHub answers at %s; open it to close issues and merge pull requests."
            .formatted(github.url()));
    Thread.currentThread().join();
  }
}
