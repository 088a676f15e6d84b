-- Applications for coverage. In the assister's hat every statement runs as app_assister: row-level security lets through
-- what a current authorization of that assister covers; filling in needs one that lets them apply.
CREATE SCHEMA application;

-- One version of a consumer's application: a draft, or signed and from then on as it is.
CREATE TABLE application.application (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    number integer NOT NULL,
    status text NOT NULL CHECK (status IN ('DRAFT', 'SIGNED', 'EXPIRED', 'DISCARDED')),
    started_at timestamptz NOT NULL,
    started_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- How many warnings were mailed before the end of this draft.
    warned integer NOT NULL DEFAULT 0,
    signed_at timestamptz
);
CREATE UNIQUE INDEX one_draft ON application.application (consumer) WHERE status = 'DRAFT';
CREATE INDEX application_of_consumer ON application.application (consumer, started_at DESC);
CREATE INDEX draft_over ON application.application (expires_at) WHERE status = 'DRAFT';

-- What was typed on a page, and by whom; never changed: the next answer is a row with the next version.
CREATE TABLE application.answer (
    application uuid NOT NULL REFERENCES application.application,
    subject text NOT NULL,
    question text NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    at timestamptz NOT NULL,
    by_account uuid,
    by_name text NOT NULL,
    by_hat text,
    authorization_number bigint,
    PRIMARY KEY (application, subject, question, version)
);

-- Social Security numbers, sealed under the outside key; the newest of a person counts. An assister may type one and
-- read none, not even its last four digits.
CREATE TABLE application.ssn (
    id uuid PRIMARY KEY,
    application uuid NOT NULL REFERENCES application.application,
    person text NOT NULL,
    sealed bytea NOT NULL,
    last_four text NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX ssn_of_application ON application.ssn (application, person, at DESC);

GRANT USAGE ON SCHEMA application TO app, app_assister;
GRANT SELECT, INSERT, UPDATE ON application.application TO app;
GRANT SELECT, INSERT ON application.answer, application.ssn TO app;
GRANT SELECT, INSERT ON application.application, application.answer TO app_assister;
GRANT UPDATE (status, changed_at, expires_at, warned, signed_at) ON application.application TO app_assister;
GRANT INSERT ON application.ssn TO app_assister;

ALTER TABLE application.application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.application FORCE ROW LEVEL SECURITY;
ALTER TABLE application.answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.answer FORCE ROW LEVEL SECURITY;
ALTER TABLE application.ssn ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.ssn FORCE ROW LEVEL SECURITY;

CREATE POLICY product ON application.application TO app USING (true) WITH CHECK (true);
CREATE POLICY product_reads ON application.answer FOR SELECT TO app USING (true);
CREATE POLICY product_reads ON application.ssn FOR SELECT TO app USING (true);
-- What is signed stays as it was signed, whoever forgets to ask.
CREATE POLICY product_writes ON application.answer FOR INSERT TO app
    WITH CHECK (EXISTS (SELECT 1 FROM application.application a WHERE a.id = answer.application AND a.status = 'DRAFT'));
CREATE POLICY product_writes ON application.ssn FOR INSERT TO app
    WITH CHECK (EXISTS (SELECT 1 FROM application.application a WHERE a.id = ssn.application AND a.status = 'DRAFT'));

CREATE POLICY seen ON application.application FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY begun ON application.application FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY carried_on ON application.application FOR UPDATE TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
-- The applications below are those that the policies above let through.
CREATE POLICY seen ON application.answer FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = answer.application));
CREATE POLICY answered ON application.answer FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = answer.application AND p.status = 'DRAFT' AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY typed ON application.ssn FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = ssn.application AND p.status = 'DRAFT' AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('application.draft-days', '2018-01-01', '30', 'Application: a draft that nobody goes on with for so many days ends; whoever goes on has the time anew', 'marketplace');
