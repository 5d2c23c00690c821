package dev.devsync.github.repositories;

import dev.devsync.github.GithubPage;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.platform.access.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * The repositories of the caller's account, and after them those that are tracked for everybody.
 */
@Service
class Repositories {

  private static final int MOST_PAGES = 10;
  private static final String PATH =
      "/user/repos?sort=updated&direction=desc&affiliation=owner,collaborator,organization_member&per_page=%d&page=%d";

  private final GithubApi github;
  private final GithubSessions sessions;
  private final KnownRepositories known;
  private final RepositoryRows rows;
  private final ActivityFigures figures;
  private final Integration integration;

  Repositories(
      GithubApi github,
      GithubSessions sessions,
      KnownRepositories known,
      RepositoryRows rows,
      ActivityFigures figures,
      Integration integration) {
    this.github = github;
    this.sessions = sessions;
    this.known = known;
    this.rows = rows;
    this.figures = figures;
    this.integration = integration;
  }

  record RepositoryList(List<RepositoryItem> repositories, GithubPage pagination) {}

  private record Fetched(
      List<JsonNode> repositories, boolean hasNext, Map<String, Activity> activity) {}

  RepositoryList list(ListQuery query, Caller caller) {
    integration.requireEnabled();
    Fetched fetched = sessions.as(caller, token -> fetched(query, token));
    List<RepositoryItem> items = new ArrayList<>(items(fetched));
    if (query.paging().page() == 1) {
      Set<Integer> listed = items.stream().map(RepositoryItem::id).collect(Collectors.toSet());
      rows.tracked().stream()
          .filter(row -> !listed.contains(row.id()))
          .map(RepositoryItem::ofStored)
          .forEach(items::add);
    }
    return new RepositoryList(
        items, new GithubPage(query.paging().page(), query.paging().perPage(), fetched.hasNext()));
  }

  private Fetched fetched(ListQuery query, String token) {
    List<JsonNode> all = new ArrayList<>();
    int page = query.paging().page();
    int end = query.allPages() ? page + MOST_PAGES : page + 1;
    boolean more = true;
    while (page < end && more) {
      GithubReply reply = github.get(token, PATH.formatted(query.paging().perPage(), page++));
      reply.body().forEach(all::add);
      more = reply.hasNext() || query.allPages() && reply.body().size() == query.paging().perPage();
    }
    List<JsonNode> usable = all.stream().filter(json -> Listed.of(json).isUsable()).toList();
    return new Fetched(
        usable, more, query.withActivity() ? activity(usable, query, token) : Map.of());
  }

  private Map<String, Activity> activity(List<JsonNode> all, ListQuery query, String token) {
    try {
      List<String> names = all.stream().map(json -> Listed.of(json).name()).distinct().toList();
      return figures.of(names, query.windowDays(), token);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private List<RepositoryItem> items(Fetched fetched) {
    Map<Long, RepositoryRow> stored =
        known.of(fetched.repositories().stream().map(Listed::of).toList());
    List<RepositoryItem> items = new ArrayList<>();
    for (JsonNode json : fetched.repositories()) {
      Listed listed = Listed.of(json);
      RepositoryRow row = stored.get(listed.githubId());
      if (row != null) {
        items.add(
            RepositoryItem.of(
                row, json, fetched.activity().getOrDefault(listed.name(), Activity.UNKNOWN)));
      }
    }
    return items;
  }
}
