-- Whom of the application an event concerned, by their keys.
ALTER TABLE enrollment.period ADD COLUMN people text NOT NULL DEFAULT '';

-- A reported event on which nothing was signed, taken back.
CREATE TABLE enrollment.period_withdrawn (
    period uuid PRIMARY KEY REFERENCES enrollment.period,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    at timestamptz NOT NULL,
    by_account uuid,
    by_name text NOT NULL,
    by_hat text NOT NULL,
    authorization_number bigint
);

-- An event because of which an act was signed, and what has to prove it; none where nothing has to.
CREATE TABLE enrollment.act_event (
    act uuid PRIMARY KEY REFERENCES enrollment.act,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    period uuid NOT NULL REFERENCES enrollment.period,
    proof uuid REFERENCES document.request
);
CREATE INDEX act_event_of_consumer ON enrollment.act_event (consumer);
CREATE INDEX act_event_of_proof ON enrollment.act_event (proof) WHERE proof IS NOT NULL;

-- What became of an act that had to be proved. While there is no row it waits; only one that is proved counts. Never changed.
CREATE TABLE enrollment.act_outcome (
    act uuid PRIMARY KEY REFERENCES enrollment.act_event,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    outcome text NOT NULL CHECK (outcome IN ('PROVED', 'LAPSED', 'TAKEN_BACK')),
    at timestamptz NOT NULL,
    by_name text NOT NULL
);

-- Acts that don't count: those that wait for their proof (no outcome), and those that never got it.
CREATE VIEW enrollment.unproved WITH (security_invoker = true) AS
SELECT e.act, e.consumer, e.proof, o.outcome
  FROM enrollment.act_event e LEFT JOIN enrollment.act_outcome o ON o.act = e.act
 WHERE e.proof IS NOT NULL AND o.outcome IS DISTINCT FROM 'PROVED';

GRANT SELECT, INSERT ON enrollment.period_withdrawn, enrollment.act_event, enrollment.act_outcome TO app, app_assister;
GRANT SELECT ON enrollment.unproved TO app, app_assister;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['period_withdrawn', 'act_event', 'act_outcome'] LOOP
        EXECUTE format('ALTER TABLE enrollment.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE enrollment.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON enrollment.%I TO app USING (true) WITH CHECK (true)', t);
        EXECUTE format($p$CREATE POLICY seen ON enrollment.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['period_withdrawn', 'act_event'] LOOP
        EXECUTE format($p$CREATE POLICY written ON enrollment.%1$I FOR INSERT TO app_assister
            WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer AND a.scope = 'APPLY'
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
END $$;
-- An assister takes back what was signed, and proves nothing.
CREATE POLICY written ON enrollment.act_outcome FOR INSERT TO app_assister
    WITH CHECK (outcome = 'TAKEN_BACK' AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = act_outcome.consumer
        AND a.scope = 'APPLY' AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
