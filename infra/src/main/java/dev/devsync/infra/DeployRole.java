package dev.devsync.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** What the pipeline may do here: replace the image, publish the client, and nothing else. */
final class DeployRole {

  private final Stack stack;
  private final Environment environment;
  private final Server server;
  private final ClientSite site;
  private final Role role;

  DeployRole(
      Construct scope, Account account, Environment environment, Server server, ClientSite site) {
    this.stack = Stack.of(scope);
    this.environment = environment;
    this.server = server;
    this.site = site;
    role =
        Role.Builder.create(scope, "Deployer")
            .roleName(environment.prefix() + "-deploy")
            .description("Deploys the main branch to " + environment.name())
            .assumedBy(GitHubIdentity.mainBranchOf(account))
            .maxSessionDuration(Duration.hours(1))
            .build();
    allowReplacingTheImage();
    allowPublishingTheClient();
    allowBookkeeping();
    acceptFindings();
  }

  String arn() {
    return role.getRoleArn();
  }

  private void allowReplacingTheImage() {
    allow(
        List.of("ecs:DescribeServices", "ecs:UpdateService"),
        List.of(server.service().getServiceArn()));
    // Neither action can be narrowed to a family; PassRole below is what limits them.
    allow(List.of("ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition"), List.of("*"));
    allow(List.of("ecr:DescribeImages"), List.of(arn("ecr", "repository", ImageRegistry.NAME)));
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("iam:PassRole"))
            .resources(
                List.of(
                    server.task().getTaskRole().getRoleArn(),
                    server.task().getExecutionRole().getRoleArn()))
            .conditions(
                Map.of("StringEquals", Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com")))
            .build());
  }

  private void allowPublishingTheClient() {
    allow(List.of("s3:ListBucket"), List.of(site.bucket().getBucketArn()));
    allow(
        List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
        List.of(site.bucket().arnForObjects("*")));
    allow(
        List.of("cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"),
        List.of(site.distribution().getDistributionArn()));
  }

  private void allowBookkeeping() {
    var facts =
        StringParameter.Builder.create(stack, "Deployment")
            .parameterName(environment.deploymentParameter())
            .description("What the deployment pipeline has to know")
            .stringValue(stack.toJsonString(facts()))
            .build();
    allow(List.of("ssm:GetParameter"), List.of(facts.getParameterArn()));
    allow(
        List.of("ssm:PutParameter"),
        List.of(arn("ssm", "parameter", environment.imageTagParameter().substring(1))));
  }

  private Map<String, String> facts() {
    return Map.of(
        "cluster", environment.prefix(),
        "service", environment.prefix() + "-server",
        "container", ServerTask.CONTAINER,
        "repository", ImageRegistry.NAME,
        "imageTagParameter", environment.imageTagParameter(),
        "bucket", site.bucket().getBucketName(),
        "distribution", site.distribution().getDistributionId(),
        "siteUrl", environment.siteUrl());
  }

  private void allow(List<String> actions, List<String> resources) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(resources).build());
  }

  private String arn(String service, String type, String name) {
    return Arn.format(
        ArnComponents.builder()
            .service(service)
            .resource(type)
            .resourceName(name)
            .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
            .build(),
        stack);
  }

  private void acceptFindings() {
    AcceptedFinding.of(
            "IAM5",
            "The client's files have no fixed names, and reading or registering a task definition"
                + " knows no resources.")
        .on(role);
  }
}
