-- A consumer whose plans of one year may go on in the next: when they were told, whether they want it, and how it ended.
CREATE TABLE enrollment.renewal (
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    plan_year int NOT NULL,
    told_at timestamptz,
    -- Whoever doesn't want it says so, and may take that back until the day on which plans are renewed by themselves.
    declined_at timestamptz,
    declined_by text,
    looked_at timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0,
    done_at timestamptz,
    PRIMARY KEY (consumer, plan_year)
);
CREATE INDEX renewal_due ON enrollment.renewal (plan_year, next_try_at) WHERE done_at IS NULL;
CREATE INDEX policy_of_year ON enrollment.policy (plan_year, consumer);

GRANT SELECT, INSERT, UPDATE ON enrollment.renewal TO app;
GRANT SELECT, INSERT ON enrollment.renewal TO app_assister;
GRANT UPDATE (declined_at, declined_by) ON enrollment.renewal TO app_assister;
ALTER TABLE enrollment.renewal ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment.renewal FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON enrollment.renewal TO app USING (true) WITH CHECK (true);
CREATE POLICY seen ON enrollment.renewal FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = renewal.consumer
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY written ON enrollment.renewal FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = renewal.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY changed ON enrollment.renewal FOR UPDATE TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = renewal.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

-- A renewal, and another price after another determination, are acts that nobody signed: they have no words that were agreed to, and no name that was typed.
ALTER TABLE enrollment.act DROP CONSTRAINT act_kind_check;
ALTER TABLE enrollment.act ADD CONSTRAINT act_kind_check CHECK (kind IN ('CHOSEN', 'ENDED', 'CANCELLED', 'RENEWED', 'REDETERMINED'));
ALTER TABLE enrollment.act ALTER COLUMN text_code DROP NOT NULL, ALTER COLUMN text_version DROP NOT NULL,
    ALTER COLUMN text_language DROP NOT NULL, ALTER COLUMN text_hash DROP NOT NULL, ALTER COLUMN typed_name DROP NOT NULL,
    ADD CHECK ((kind IN ('RENEWED', 'REDETERMINED')) = (text_hash IS NULL)), ADD CHECK ((kind IN ('RENEWED', 'REDETERMINED')) = (typed_name IS NULL));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('enrollment.renewal-day', '2018-01-01', '12-15', '45 CFR 155.335(j): the last day of the year to choose before plans are renewed by themselves; month-day', 'marketplace');
