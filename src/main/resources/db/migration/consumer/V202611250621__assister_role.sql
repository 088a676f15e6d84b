-- In the assister's hat every transaction runs as app_assister. For all that isn't a consumer's it may do what app may:
-- the modules' guards rule there, and the role is the second wall around consumers only.
DO $$
DECLARE
    grant_row record;
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['identity', 'notification', 'agency', 'learning', 'certification', 'access'] LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO app_assister', name);
    END LOOP;
    FOR grant_row IN
        SELECT table_schema, table_name, string_agg(privilege_type, ', ') AS privileges
          FROM information_schema.role_table_grants
         WHERE grantee = 'app'
           AND table_schema IN ('identity', 'notification', 'agency', 'learning', 'certification', 'access')
         GROUP BY table_schema, table_name
    LOOP
        EXECUTE format('GRANT %s ON %I.%I TO app_assister', grant_row.privileges, grant_row.table_schema,
            grant_row.table_name);
    END LOOP;
    FOR grant_row IN
        SELECT c.table_schema, c.table_name, c.column_name, c.privilege_type
          FROM information_schema.role_column_grants c
         WHERE c.grantee = 'app' AND c.privilege_type = 'UPDATE'
           AND c.table_schema IN ('identity', 'notification', 'agency', 'learning', 'certification', 'access')
           AND NOT EXISTS (SELECT 1 FROM information_schema.role_table_grants t
                            WHERE t.grantee = 'app' AND t.privilege_type = 'UPDATE'
                              AND t.table_schema = c.table_schema AND t.table_name = c.table_name)
    LOOP
        EXECUTE format('GRANT UPDATE (%I) ON %I.%I TO app_assister', grant_row.column_name, grant_row.table_schema,
            grant_row.table_name);
    END LOOP;
END $$;
