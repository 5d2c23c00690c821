package dev.devsync.github.pulls;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_pull_requests}. */
@Repository
class PullRequestRepository {

  private final JdbcClient jdbc;

  PullRequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known. Locks the pull request, so that its news is heeded one after another. */
  KnownPullRequest lock(int repoId, int number) {
    return jdbc.sql(
            "INSERT INTO ops.github_pull_requests (repo_id, number) VALUES (:repo, :number)"
                + " ON CONFLICT (repo_id, number) DO UPDATE SET repo_id = excluded.repo_id"
                + " RETURNING stage, news_at, named_tasks")
        .param("repo", repoId)
        .param("number", number)
        .query(PullRequestRepository::map)
        .single();
  }

  void store(PullRequestNews news, @Nullable Instant happenedAt, Collection<Integer> namedTasks) {
    jdbc.sql(
            "UPDATE ops.github_pull_requests SET stage = :stage, news_at = greatest(news_at, :at),"
                + " happened_at = CASE WHEN stage IS DISTINCT FROM :stage THEN :happened ELSE happened_at END,"
                + " named_tasks = :named, closing_tasks = :closing WHERE repo_id = :repo AND number = :number")
        .param("stage", news.stage().wireName())
        .param("at", Instants.column(news.at()))
        .param("happened", Instants.column(happenedAt))
        .param("named", namedTasks.toArray(Integer[]::new))
        .param("closing", news.closing().toArray(Integer[]::new))
        .param("repo", news.repoId())
        .param("number", news.number())
        .update();
  }

  void gone(int repoId, int number) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_requests (repo_id, number, stage) VALUES (:repo, :number, 'gone')"
                + " ON CONFLICT (repo_id, number) DO UPDATE SET stage = excluded.stage")
        .param("repo", repoId)
        .param("number", number)
        .update();
  }

  /**
   * Of these, the numbers of those that say nothing which is not known already. GitHub's times are
   * whole seconds, in which much can happen.
   */
  Set<Integer> upToDate(int repoId, List<PullRequestNews> news) {
    return Set.copyOf(
        jdbc.sql(
                "SELECT p.number FROM ops.github_pull_requests p"
                    + " JOIN unnest(:numbers::int[], :times::timestamp[], :stages::text[]) AS n (number, at, stage)"
                    + " USING (number) WHERE p.repo_id = :repo AND p.stage IS NOT NULL"
                    + " AND (p.news_at > n.at OR p.news_at = n.at AND p.stage = n.stage)")
            .param("numbers", news.stream().map(PullRequestNews::number).toArray(Integer[]::new))
            .param("times", news.stream().map(n -> time(n.at())).toArray(String[]::new))
            .param("stages", news.stream().map(n -> n.stage().wireName()).toArray(String[]::new))
            .param("repo", repoId)
            .query(Integer.class)
            .list());
  }

  /** The stored title of the pull request follows in all its links. */
  void retitle(PullRequestNews news) {
    jdbc.sql(
            "UPDATE task_github_links SET pull_request_title = :title WHERE repo_id = :repo"
                + " AND pull_request_number = :number AND pull_request_title IS DISTINCT FROM :title")
        .param("title", news.title())
        .param("repo", news.repoId())
        .param("number", news.number())
        .update();
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : String.valueOf(Instants.column(at));
  }

  private static KnownPullRequest map(ResultSet row, int number) throws SQLException {
    String stage = row.getString("stage");
    return new KnownPullRequest(
        stage == null ? null : PullRequestStage.named(stage),
        Instants.nullable(row, "news_at"),
        Arrays.asList((Integer[]) row.getArray("named_tasks").getArray()));
  }
}
