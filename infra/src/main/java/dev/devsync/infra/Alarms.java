package dev.devsync.infra;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What wakes somebody up. Each description says where to look first. */
final class Alarms {

  private static final long GIBIBYTE = 1L << 30;
  private static final int FREE_STORAGE_PERCENT = 20;
  private static final int BACKLOG_LIMIT = 500;

  private final Construct scope;
  private final Environment environment;
  private final SnsAction action;

  Alarms(Construct scope, Account account, Environment environment) {
    this.scope = scope;
    this.environment = environment;
    this.action = new SnsAction(topic(account));
  }

  void watch(Observed observed) {
    watchRequests(observed.requests());
    watchServer(observed.server(), observed.backlog());
    watchDatabase(observed.database());
  }

  private Topic topic(Account account) {
    var topic =
        Topic.Builder.create(scope, "Alarms")
            .topicName(environment.prefix() + "-alarms")
            .displayName("DevSync " + environment.name())
            .enforceSsl(true)
            .build();
    topic.addSubscription(new EmailSubscription(account.alarmEmail()));
    return topic;
  }

  private void watchRequests(RequestMetrics requests) {
    alarm("ServerErrors", requests.errorPercent(), 2)
        .over(5)
        .describe(
            "More than 2 % of the requests failed (5xx) for 5 minutes. See the server's log.");
    alarm("SlowResponses", requests.slowestOfAHundred(), 1.0)
        .over(10)
        .describe("The 99th percentile of REST was over 1 s for 10 minutes. See database load.");
    alarm("NoHealthyTask", requests.healthy(), 1)
        .below()
        .over(2)
        .whenMissing(TreatMissingData.BREACHING)
        .describe("Nothing answers. See the service's events, then the server's log.");
    alarm("UnhealthyRestTargets", requests.unhealthyRest(), 0)
        .over(3)
        .describe("A task failed /health for 3 minutes. See the service's events and its log.");
    alarm("UnhealthySocketTargets", requests.unhealthySockets(), 0)
        .over(3)
        .describe("A task failed /health for 3 minutes and gets no sockets. See its log.");
  }

  private void watchServer(Server server, JobBacklog backlog) {
    // A silent server is as bad as a late one, so a missing figure counts as too many.
    alarm("JobBacklog", backlog.metric(), BACKLOG_LIMIT)
        .over(15)
        .whenMissing(TreatMissingData.BREACHING)
        .describe("Over 500 jobs overdue, or no figure, for 15 minutes. See failing jobs.");
    alarm("ServerMemory", server.service().metricMemoryUtilization(EveryMinute.the("Average")), 90)
        .over(10)
        .describe("The tasks use over 90 % of their memory for 10 minutes.");
  }

  private void watchDatabase(Database database) {
    var instance = database.instance();
    var free =
        environment.capacity().database().storageGiB() * GIBIBYTE * FREE_STORAGE_PERCENT / 100;
    alarm("DatabaseStorage", instance.metricFreeStorageSpace(EveryMinute.the("Minimum")), free)
        .below()
        .over(5)
        .describe("Less than a fifth of the database's first storage is free.");
    alarm("DatabaseProcessor", instance.metricCPUUtilization(EveryMinute.the("Average")), 85)
        .over(15)
        .describe("The database's processor was over 85 % for 15 minutes. See top statements.");
  }

  private AlarmDraft alarm(String name, IMetric metric, Number threshold) {
    return new AlarmDraft(scope, environment.prefix(), name, metric, threshold, action);
  }
}
