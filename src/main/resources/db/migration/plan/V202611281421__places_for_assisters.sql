-- An assister who types a consumer's address is told, as the consumer is, when its county isn't one of its ZIP's.
GRANT USAGE ON SCHEMA plan TO app_assister;
GRANT SELECT (id, plan_year, state) ON plan.catalog TO app_assister;
GRANT SELECT ON plan.county, plan.zip TO app_assister;
