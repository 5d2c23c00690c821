package dev.devsync.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/** The whole of DevSync on AWS: one stack for deliveries and one for each environment. */
final class DevSyncOnAws {

  private static final Map<String, Object> BEHAVIOUR =
      Map.of(
          // Autoscaling owns the number of tasks; a stack update must not set it back to one.
          "@aws-cdk/aws-ecs:removeDefaultDesiredCount", true,
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
          "@aws-cdk/core:checkSecretUsage", true);

  private final App app;
  private final DeliveryStack delivery;
  private final EnvironmentStack staging;
  private final EnvironmentStack production;

  private DevSyncOnAws(App app) {
    this.app = app;
    var settings = Settings.from(app.getNode());
    var account = settings.account();
    delivery = new DeliveryStack(app, "devsync-delivery", place(account), account);
    staging = environment(account, settings.staging());
    production = environment(account, settings.production());
    Tags.of(app).add("application", "devsync");
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
  }

  /**
   * Describes everything; nothing is looked up, so the same settings always give the same result.
   *
   * @param context settings that come on top of those the CDK command line hands over
   */
  static DevSyncOnAws describe(Map<String, Object> context) {
    var everything = new HashMap<>(BEHAVIOUR);
    everything.putAll(context);
    return new DevSyncOnAws(
        new App(AppProps.builder().context(everything).analyticsReporting(false).build()));
  }

  static void main() {
    describe(Map.of()).write();
  }

  /** Writes what the CDK command line deploys, and returns the folder it is in. */
  String write() {
    return app.synth().getDirectory();
  }

  DeliveryStack delivery() {
    return delivery;
  }

  EnvironmentStack staging() {
    return staging;
  }

  EnvironmentStack production() {
    return production;
  }

  private EnvironmentStack environment(Account account, Environment environment) {
    return new EnvironmentStack(app, environment.prefix(), place(account), account, environment);
  }

  private static StackProps place(Account account) {
    return StackProps.builder()
        .env(
            software.amazon.awscdk.Environment.builder()
                .account(account.id())
                .region(account.region())
                .build())
        .terminationProtection(true)
        .build();
  }
}
