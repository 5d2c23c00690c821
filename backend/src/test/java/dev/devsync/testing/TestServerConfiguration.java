package dev.devsync.testing;

import com.zaxxer.hikari.HikariDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What differs between the server people run and the one under test: a movable clock and counted
 * statements.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestServerConfiguration {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  static StatementCounter statementCounter() {
    return new StatementCounter();
  }

  @Bean
  static BeanPostProcessor countedDataSource(StatementCounter counter) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool
            ? ProxyDataSourceBuilder.create(pool).listener(counter).build()
            : bean;
      }
    };
  }
}
