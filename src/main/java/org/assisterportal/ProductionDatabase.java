package org.assisterportal;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses a database user who could undo the audit record: a superuser, an owner of tables, or one who may become it. */
@Component
@Profile("!demo & !embedded")
class ProductionDatabase implements InitializingBean {
    private final JdbcTemplate template;

    ProductionDatabase(JdbcTemplate template) {
        this.template = template;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> problems =
                template.queryForList(
                        """
                        SELECT 'is a superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
                        UNION ALL
                        SELECT 'owns tables' WHERE EXISTS (SELECT 1 FROM pg_tables WHERE tableowner = current_user)
                        UNION ALL
                        SELECT 'may act as the owner of tables'
                         WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper)
                           AND EXISTS (SELECT 1 FROM pg_tables WHERE tableowner <> current_user
                                          AND pg_has_role(current_user, tableowner, 'MEMBER'))
                        """,
                        String.class);
        if (!problems.isEmpty()) {
            throw new ProductionSettings.UnsafeSettings(
                    "Assister Portal doesn't start: the database user of spring.datasource.username "
                            + String.join(" and ", problems)
                            + "; use the role app, and the owner for spring.flyway.user only");
        }
    }
}
