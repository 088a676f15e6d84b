-- A certificate that somebody of 30 or more may have a catastrophic plan in a year (45 CFR 156.155(a)(5)(ii), 155.605(d)): as the
-- household typed it from the notice, and for which days of the year. Never changed.
CREATE TABLE enrollment.exemption (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    person text NOT NULL,
    plan_year int NOT NULL,
    certificate text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL CHECK (last_day >= first_day),
    told_at timestamptz NOT NULL,
    by_account uuid,
    by_name text NOT NULL,
    by_hat text NOT NULL,
    authorization_number bigint
);
CREATE INDEX exemption_of_consumer ON enrollment.exemption (consumer, plan_year);

-- One that doesn't count any more.
CREATE TABLE enrollment.exemption_removed (
    exemption uuid PRIMARY KEY REFERENCES enrollment.exemption,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    at timestamptz NOT NULL,
    by_account uuid,
    by_name text NOT NULL,
    by_hat text NOT NULL,
    authorization_number bigint
);

GRANT SELECT, INSERT ON enrollment.exemption, enrollment.exemption_removed TO app, app_assister;

-- An assister's request reaches those consumers' rows whom the assister helps, and writes with the authority to apply.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['exemption', 'exemption_removed'] LOOP
        EXECUTE format('ALTER TABLE enrollment.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE enrollment.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON enrollment.%I TO app USING (true) WITH CHECK (true)', t);
        EXECUTE format($p$CREATE POLICY seen ON enrollment.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
        EXECUTE format($p$CREATE POLICY written ON enrollment.%1$I FOR INSERT TO app_assister
            WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer AND a.scope = 'APPLY'
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
END $$;
