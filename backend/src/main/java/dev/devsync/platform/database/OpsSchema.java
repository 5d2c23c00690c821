package dev.devsync.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Creates the schema that Liquibase's own tables live in, before Liquibase looks for them. */
@Component
class OpsSchema implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) throws BeansException {
    if (bean instanceof SpringLiquibase liquibase) {
      create(liquibase.getDataSource());
    }
    return bean;
  }

  private static void create(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS ops");
    } catch (SQLException failure) {
      throw new IllegalStateException("the schema ops cannot be created", failure);
    }
  }
}
