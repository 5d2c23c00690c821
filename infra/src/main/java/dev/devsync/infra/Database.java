package dev.devsync.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;

/** PostgreSQL 16 in subnets without a route to the internet, open to the server alone. */
final class Database {

  static final String NAME = "devsync";
  static final int PORT = 5432;

  private static final String USER = "devsync";

  /** What would have to be escaped in a connection URL. */
  private static final String UNFIT_FOR_URLS = " %+~`#$&*()|[]{}:;<>?!'/@\"\\,=^";

  private static final IInstanceEngine ENGINE =
      DatabaseInstanceEngine.postgres(
          PostgresInstanceEngineProps.builder().version(PostgresEngineVersion.VER_16).build());

  private final DatabaseInstance instance;
  private final SecurityGroup group;

  Database(Construct scope, Network network, Environment environment) {
    var log = log(scope, environment);
    group = network.closedGroup("DatabaseGroup", "PostgreSQL from the server");
    instance = instance(scope, network, environment);
    instance.getNode().addDependency(log);
    acceptFindings(environment);
  }

  DatabaseInstance instance() {
    return instance;
  }

  SecurityGroup group() {
    return group;
  }

  /**
   * The URL the server connects with. The password stays a reference that CloudFormation resolves
   * while it writes the secret; it is in no template and no log.
   */
  String url() {
    var password = instance.getSecret().secretValueFromJson("password").unsafeUnwrap();
    return "postgresql://%s:%s@%s:%d/%s?sslmode=require"
        .formatted(USER, password, instance.getDbInstanceEndpointAddress(), PORT, NAME);
  }

  private DatabaseInstance instance(Construct scope, Network network, Environment environment) {
    var size = environment.capacity().database();
    return DatabaseInstance.Builder.create(scope, "Database")
        .instanceIdentifier(environment.prefix())
        .engine(ENGINE)
        .instanceType(new InstanceType(size.instanceType()))
        .vpc(network.vpc())
        .vpcSubnets(Network.DATABASE)
        .securityGroups(List.of(group))
        .publiclyAccessible(false)
        .multiAz(size.secondZone())
        .databaseName(NAME)
        .credentials(credentials(environment))
        .parameterGroup(parameters(scope))
        .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
        .storageType(StorageType.GP3)
        .allocatedStorage(size.storageGiB())
        .maxAllocatedStorage(size.maximumStorageGiB())
        .storageEncrypted(true)
        .backupRetention(environment.protection().backups())
        .preferredBackupWindow("01:00-02:00")
        .preferredMaintenanceWindow("sun:02:30-sun:03:30")
        .copyTagsToSnapshot(true)
        .deleteAutomatedBackups(false)
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.SNAPSHOT)
        .autoMinorVersionUpgrade(true)
        .enablePerformanceInsights(true)
        .cloudwatchLogsExports(List.of("postgresql"))
        .build();
  }

  private static Credentials credentials(Environment environment) {
    return Credentials.fromGeneratedSecret(
        USER,
        CredentialsBaseOptions.builder()
            .secretName(environment.secretPath() + "database-administrator")
            .excludeCharacters(UNFIT_FOR_URLS)
            .build());
  }

  private static ParameterGroup parameters(Construct scope) {
    return ParameterGroup.Builder.create(scope, "DatabaseParameters")
        .engine(ENGINE)
        .description("Encrypted connections only; slow statements are logged")
        .parameters(Map.of("rds.force_ssl", "1", "log_min_duration_statement", "1000"))
        .build();
  }

  /** Made before RDS would make it, which would keep everything for ever. */
  private static LogGroup log(Construct scope, Environment environment) {
    return LogGroup.Builder.create(scope, "DatabaseLog")
        .logGroupName("/aws/rds/instance/" + environment.prefix() + "/postgresql")
        .retention(environment.protection().logs())
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private void acceptFindings(Environment environment) {
    if (!environment.capacity().database().secondZone()) {
      AcceptedFinding.of("RDS3", "Staging may be down for the minutes a restore takes.")
          .on(instance);
    }
    AcceptedFinding.of(
            "SMG4",
            "The server takes the password inside DATABASE_URL when it starts; rotation is the"
                + " documented procedure that renews both and restarts the tasks.")
        .on(instance);
    AcceptedFinding.of(
            "RDS11",
            "Another port would hide nothing: only the server's security group reaches the"
                + " database.")
        .on(instance);
  }
}
