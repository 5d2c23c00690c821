package dev.devsync.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** The secrets an environment brings along by itself. */
final class StoredSecret {

  private StoredSecret() {}

  static Secret databaseUrl(Construct scope, Environment environment, Database database) {
    var secret =
        Secret.Builder.create(scope, "DatabaseUrl")
            .secretName(environment.secretPath() + "database-url")
            .description("DATABASE_URL of the server")
            // Not plain text: the URL holds a reference to the password, not the password.
            .secretStringValue(SecretValue.unsafePlainText(database.url()))
            .build();
    AcceptedFinding.of("SMG4", "Follows the database password; see the rotation procedure.")
        .on(secret);
    return secret;
  }

  static Secret signingKey(Construct scope, Environment environment) {
    var secret =
        Secret.Builder.create(scope, "SigningKey")
            .secretName(environment.secretPath() + "jwt-signing-key")
            .description("JWT_SECRET_KEY of the server")
            .generateSecretString(
                SecretStringGenerator.builder().passwordLength(64).excludePunctuation(true).build())
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    AcceptedFinding.of(
            "SMG4",
            "A new key signs everybody out, so it changes when somebody decides so, not by"
                + " calendar.")
        .on(secret);
    return secret;
  }
}
