-- How an assister talks with a consumer about an application: read aloud or not, and through which interpreter. A row is
-- never changed; who talks another way adds one.
CREATE TABLE application.conversation (
    application uuid NOT NULL REFERENCES application.application,
    assister uuid NOT NULL,
    at timestamptz NOT NULL,
    by_name text NOT NULL,
    authorization_number bigint NOT NULL,
    -- The language in which questions are read aloud; null where they are not.
    aloud text,
    interpreter text NOT NULL CHECK (interpreter IN ('NONE', 'PROFESSIONAL', 'STAFF', 'FAMILY')),
    PRIMARY KEY (application, assister, at)
);
GRANT SELECT, INSERT ON application.conversation TO app, app_assister;
ALTER TABLE application.conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON application.conversation TO app USING (true) WITH CHECK (true);
CREATE POLICY seen ON application.conversation FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = conversation.application));
CREATE POLICY noted ON application.conversation FOR INSERT TO app_assister
    WITH CHECK (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
            WHERE p.id = conversation.application AND p.status = 'DRAFT' AND a.scope = 'APPLY'
              AND a.assister = conversation.assister));
