package dev.devsync.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One environment, from the network up. */
final class EnvironmentStack extends Stack {

  EnvironmentStack(
      Construct scope, String id, StackProps props, Account account, Environment environment) {
    super(scope, id, props);
    Tags.of(this).add("environment", environment.name());

    var archive = LogArchive.create(this, "LogArchive");
    var network = new Network(this, environment);
    var entrance = new Entrance(this, network, account, environment, archive);
    var database = new Database(this, network, environment);
    var server = new Server(this, network, database, environment);
    var targets = entrance.leadTo(server);
    var site = new ClientSite(this, environment, archive);
    var pipeline = new DeployRole(this, account, environment, server, site);

    var backlog = new JobBacklog(server.log(), environment);
    var observed = new Observed(new RequestMetrics(targets), server, database, backlog);
    new Alarms(this, account, environment).watch(observed);
    OperationsDashboard.create(this, environment, observed);
    tell("SiteAddress", site.domainName());
    tell("OriginAddress", entrance.domainName());
    tell("DeployRole", pipeline.arn());
  }

  /** Chosen by CloudFormation: naming them would need a look-up in the account. */
  @Override
  public List<String> getAvailabilityZones() {
    return List.of(Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs()));
  }

  private void tell(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
