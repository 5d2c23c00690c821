package dev.devsync.platform.security;

import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.errors.ErrorBodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Security guards the edge: the request firewall and the response headers. Who may call what
 * is decided after routing by {@link AccessGate}, because the contract answers unknown paths with
 * 404 before it asks for a token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, WebSettings web) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .headers(headers -> headers(headers, web))
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, WebSettings web) {
    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
    headers.referrerPolicy(
        policy ->
            policy.policy(
                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                    .ReferrerPolicy.SAME_ORIGIN));
    headers.permissionsPolicyHeader(
        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    if (web.isProduction()) {
      // TLS ends at the proxy, so the request itself never looks secure here.
      headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> true));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }

  /** Observing each filter took a fifth of the time of a short request. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Guards paths only. Methods are judged by routing, which tells those that a path has, and values
   * by whoever reads them: headers may hold any text.
   */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    return firewall;
  }

  /** Paths the firewall refuses name nothing that exists. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(JsonMapper json) {
    return (request, response, rejection) -> {
      response.setStatus(404);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(response.getOutputStream(), ErrorBodies.resourceNotFound());
    };
  }
}
