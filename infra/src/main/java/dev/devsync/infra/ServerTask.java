package dev.devsync.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Capability;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Tmpfs;
import software.amazon.awscdk.services.ecs.TmpfsMountOption;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** One copy of the server: an ordinary user, a root file system nobody can write, a small /tmp. */
final class ServerTask {

  static final String CONTAINER = "server";

  /** Numeric, so that it holds whatever the image calls its user. */
  private static final String USER = "10001:10001";

  private static final int TEMPORARY_MIB = 128;

  private final Construct scope;
  private final Environment environment;

  ServerTask(Construct scope, Environment environment) {
    this.scope = scope;
    this.environment = environment;
  }

  FargateTaskDefinition define(Map<String, Secret> secrets, LogGroup log) {
    var size = environment.capacity().server();
    var task =
        FargateTaskDefinition.Builder.create(scope, "ServerTask")
            .family(environment.prefix() + "-server")
            .cpu(size.cpu())
            .memoryLimitMiB(size.memoryMiB())
            // The start-up cache in the image was trained on this architecture.
            .runtimePlatform(
                RuntimePlatform.builder()
                    .cpuArchitecture(CpuArchitecture.X86_64)
                    .operatingSystemFamily(OperatingSystemFamily.LINUX)
                    .build())
            .build();
    task.addContainer(CONTAINER, container(secrets, log));
    acceptFindings(task);
    return task;
  }

  private ContainerDefinitionOptions container(Map<String, Secret> secrets, LogGroup log) {
    return ContainerDefinitionOptions.builder()
        .image(image())
        .essential(true)
        .user(USER)
        .readonlyRootFilesystem(true)
        .linuxParameters(restricted())
        .portMappings(List.of(PortMapping.builder().containerPort(Server.PORT).build()))
        .environment(variables())
        .secrets(secrets)
        .stopTimeout(Duration.seconds(30))
        .logging(
            LogDriver.awsLogs(
                AwsLogDriverProps.builder().logGroup(log).streamPrefix("server").build()))
        .build();
  }

  /** Read while the stack is deployed, so that a change of infrastructure keeps the image. */
  private ContainerImage image() {
    var tag = StringParameter.valueForStringParameter(scope, environment.imageTagParameter());
    return ContainerImage.fromEcrRepository(
        Repository.fromRepositoryName(scope, "Images", ImageRegistry.NAME), tag);
  }

  private Map<String, String> variables() {
    return Map.of(
        "APP_ENV", "production",
        "FRONTEND_URL", environment.siteUrl(),
        "GITHUB_REDIRECT_URI", environment.siteUrl() + "/api/v1/github/callback",
        "JWT_COOKIE_SECURE", "true",
        "JWT_COOKIE_SAMESITE", "lax");
  }

  private LinuxParameters restricted() {
    var parameters =
        LinuxParameters.Builder.create(scope, "ServerLimits").initProcessEnabled(false).build();
    parameters.dropCapabilities(Capability.ALL);
    parameters.addTmpfs(
        Tmpfs.builder()
            .containerPath("/tmp")
            .size(TEMPORARY_MIB)
            .mountOptions(List.of(TmpfsMountOption.NOSUID, TmpfsMountOption.NODEV))
            .build());
    return parameters;
  }

  private static void acceptFindings(FargateTaskDefinition task) {
    AcceptedFinding.of("ECS2", "These variables are addresses and switches; secrets are secrets.")
        .on(task);
    AcceptedFinding.of(
            "IAM5", "ecr:GetAuthorizationToken knows no resources; the rest names its resource.")
        .on(task);
  }
}
