-- What is sold is no secret: an assister sees it with the consumer for whom they act.
GRANT USAGE ON SCHEMA plan TO app_assister;
GRANT SELECT ON plan.catalog, plan.county, plan.zip, plan.network, plan.service_area, plan.plan, plan.variant, plan.benefit, plan.rate,
    plan.withdrawal TO app_assister;
