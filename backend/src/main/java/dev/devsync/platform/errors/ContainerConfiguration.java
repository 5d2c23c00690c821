package dev.devsync.platform.errors;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves as little as possible for Tomcat to answer, and that in JSON. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
    return tomcat -> {
      // A path with an encoded slash is an unknown path, which the firewall says in the contract's words.
      tomcat.addConnectorCustomizers(
          connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
      tomcat.addContextCustomizers(
          context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerErrors.class.getName()));
    };
  }
}
