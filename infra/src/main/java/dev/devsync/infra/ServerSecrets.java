package dev.devsync.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.services.ecs.Secret;
import software.constructs.Construct;

/** What the server must know and nobody may read: one variable for each secret. */
final class ServerSecrets {

  /** Variable of the server to key in the secret the operator fills in. */
  private static final Map<String, String> GITHUB_KEYS =
      Map.of(
          "GITHUB_CLIENT_ID", "clientId",
          "GITHUB_CLIENT_SECRET", "clientSecret",
          "GITHUB_WEBHOOK_SECRET", "webhookSecret",
          "TOKEN_ENCRYPTION_KEY", "tokenEncryptionKey");

  private ServerSecrets() {}

  static Map<String, Secret> of(Construct scope, Environment environment, Database database) {
    var variables = new LinkedHashMap<String, Secret>();
    variables.put(
        "DATABASE_URL",
        Secret.fromSecretsManager(StoredSecret.databaseUrl(scope, environment, database)));
    variables.put(
        "JWT_SECRET_KEY", Secret.fromSecretsManager(StoredSecret.signingKey(scope, environment)));
    environment.gitHubSecretArn().ifPresent(arn -> variables.putAll(gitHub(scope, arn)));
    return variables;
  }

  private static Map<String, Secret> gitHub(Construct scope, String arn) {
    var secret =
        software.amazon.awscdk.services.secretsmanager.Secret.fromSecretCompleteArn(
            scope, "GitHubApplication", arn);
    var variables = new LinkedHashMap<String, Secret>();
    GITHUB_KEYS.forEach(
        (variable, key) -> variables.put(variable, Secret.fromSecretsManager(secret, key)));
    return variables;
  }
}
