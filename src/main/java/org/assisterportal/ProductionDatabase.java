package org.assisterportal;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses a database user who could undo the audit record: a superuser, one who may change it, or owns what it stands in,
 * or may become the owner. Refuses one, too, who can't put on the role in which assisters' requests run, or for whom that
 * role is no wall.
 */
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
                        WITH me AS (
                            SELECT oid, rolsuper FROM pg_roles WHERE rolname = current_user),
                        owned AS (
                            SELECT 1 AS rank, 'tables' AS what, relowner AS owner FROM pg_class WHERE relkind IN ('r', 'p')
                            UNION SELECT 2, 'schemas', nspowner FROM pg_namespace
                            UNION SELECT 3, 'the database', datdba FROM pg_database WHERE datname = current_database()),
                        mine AS (
                            SELECT DISTINCT owner = me.oid AS own, rank, what FROM owned, me
                             WHERE NOT rolsuper AND (owner = me.oid OR pg_has_role(me.oid, owner, 'MEMBER'))),
                        rights (act, words) AS (
                            VALUES ('UPDATE', 'change lines of'), ('DELETE', 'delete lines of'), ('TRUNCATE', 'empty'),
                                   ('TRIGGER', 'put a trigger on')),
                        record AS (
                            SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                             WHERE n.nspname = 'audit' AND c.relname = 'line')
                        SELECT problem FROM (
                            SELECT 1 AS place, 'is a superuser' AS problem FROM me WHERE rolsuper
                            UNION ALL
                            SELECT CASE WHEN own THEN 2 ELSE 3 END,
                                   CASE WHEN own THEN 'owns ' ELSE 'may act as the owner of ' END
                                       || string_agg(what, ', ' ORDER BY rank) FROM mine GROUP BY own
                            UNION ALL
                            SELECT 4, 'may ' || words || ' the audit record' FROM me, rights, record
                             WHERE NOT rolsuper AND (has_table_privilege(me.oid, record.oid, act)
                                OR act = 'UPDATE' AND has_any_column_privilege(me.oid, record.oid, act))
                            UNION ALL
                            SELECT 5, 'may not put on the role app_assister'
                                   || ' (let it: GRANT app_assister TO ' || current_user || ' WITH INHERIT FALSE, SET TRUE)'
                              FROM me WHERE NOT rolsuper AND NOT EXISTS (
                                SELECT 1 FROM pg_roles r WHERE r.rolname = 'app_assister' AND pg_has_role(me.oid, r.oid, 'SET'))
                            UNION ALL
                            SELECT 6, 'puts on the role app_assister, which looks past row-level security'
                                   || ' (take it away: ALTER ROLE app_assister NOSUPERUSER NOBYPASSRLS)'
                              FROM pg_roles WHERE rolname = 'app_assister' AND (rolsuper OR rolbypassrls)) found
                         ORDER BY place, problem
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
