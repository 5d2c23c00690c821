package dev.devsync.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class SettingsTest {

  @Test
  void theSettingsOfTheRepositoryAreComplete() {
    var settings = read(Described.settings());
    assertThat(settings.account().repository()).isEqualTo("example-org/devsync");
    assertThat(settings.production().siteUrl()).isEqualTo("https://devsync.example.org");
    assertThat(settings.staging().gitHubSecretArn()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "account, 12, the twelve digits of the AWS account",
    "region, Frankfurt, an AWS region",
    "repository, devsync, owner/name as on GitHub",
    "repository, example-org/*, owner/name as on GitHub",
    "cloudFrontPrefixList, '', com.amazonaws.global.cloudfront.origin-facing",
    "alarmEmail, nobody, an email address",
    "staging.siteDomain, https://devsync.example.org, a domain name",
    "staging.originDomain, '', a domain name",
    "production.siteCertificateArn, arn:aws:acm:eu-central-1:111122223333:certificate/1, a certificate in us-east-1",
    "production.originCertificateArn, arn:aws:acm:us-east-1:111122223333:certificate/1, a certificate in eu-central-1",
    "production.githubSecretArn, devsync/production/github, the complete ARN of the secret"
  })
  void aSettingThatCannotWorkIsRefusedWithWhatToSet(String name, String value, String expected) {
    var settings = Described.settingsWith(name, value);
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining(expected);
  }

  @Test
  void aMissingEnvironmentIsNamed() {
    var settings = Described.settings();
    settings.remove("production");
    assertThatThrownBy(() -> read(settings)).hasMessageContaining("'production'");
  }

  private static Settings read(Map<String, Object> context) {
    return Settings.from(new App(AppProps.builder().context(context).build()).getNode());
  }
}
