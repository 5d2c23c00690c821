package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.constructs.Construct;

/** How an environment is doing, on one page: requests, tasks, database, what went wrong last. */
final class OperationsDashboard {

  private OperationsDashboard() {}

  static Dashboard create(Construct scope, Environment environment, Observed observed) {
    return Dashboard.Builder.create(scope, "Dashboard")
        .dashboardName(environment.prefix())
        .defaultInterval(Duration.hours(3))
        .widgets(
            List.of(
                requests(observed.requests()),
                connections(observed),
                tasks(observed.server()),
                storage(observed.database()),
                List.of(recentErrors(observed.server()))))
        .build();
  }

  private static List<IWidget> requests(RequestMetrics requests) {
    return List.of(
        graph("Requests a minute", requests.requests()),
        graph("Failed requests (%)", requests.errorPercent()),
        graph("Response time of REST (s)", requests.median(), requests.slowestOfAHundred()));
  }

  private static List<IWidget> connections(Observed observed) {
    return List.of(
        graph("Open connections", observed.requests().connections()),
        graph("Healthy tasks", observed.requests().healthy()),
        graph("Overdue jobs", observed.backlog().metric()));
  }

  private static List<IWidget> tasks(Server server) {
    var service = server.service();
    return List.of(
        graph("Processor of the server (%)", service.metricCpuUtilization()),
        graph("Memory of the server (%)", service.metricMemoryUtilization()));
  }

  private static List<IWidget> storage(Database database) {
    var instance = database.instance();
    return List.of(
        graph("Processor of the database (%)", instance.metricCPUUtilization()),
        graph("Connections", instance.metricDatabaseConnections()),
        graph("Free storage (bytes)", instance.metricFreeStorageSpace()));
  }

  private static IWidget recentErrors(Server server) {
    return LogQueryWidget.Builder.create()
        .title("Errors in the server's log")
        .logGroupNames(List.of(server.log().getLogGroupName()))
        .queryLines(
            List.of(
                "fields @timestamp, message, request_id",
                "filter level = 'ERROR' or log.level = 'ERROR'",
                "sort @timestamp desc",
                "limit 50"))
        .width(24)
        .height(8)
        .build();
  }

  private static IWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .left(List.of(metrics))
        .width(8)
        .height(6)
        .build();
  }
}
