-- Plans that an assister is about to propose to a household; nobody else sees them until they are sent.
CREATE TABLE enrollment.proposal_draft (
    application uuid NOT NULL REFERENCES application.application,
    assister uuid NOT NULL,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    version int NOT NULL,
    content text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (application, assister)
);

-- Plans that an assister proposed, with reasons, as they were sent. Never changed.
CREATE TABLE enrollment.proposal (
    id uuid PRIMARY KEY,
    application uuid NOT NULL REFERENCES application.application,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    assister uuid NOT NULL,
    draft_version int NOT NULL,
    content text NOT NULL,
    by_name text NOT NULL,
    agency_name text NOT NULL,
    authorization_number bigint NOT NULL,
    sent_at timestamptz NOT NULL,
    -- It is sent once, however often the button is pressed.
    UNIQUE (application, assister, draft_version)
);
CREATE INDEX proposal_of_application ON enrollment.proposal (application, sent_at DESC);

-- How it ended, once: the consumer picked from it or declined it, or a newer one came in its place.
CREATE TABLE enrollment.proposal_end (
    proposal uuid PRIMARY KEY REFERENCES enrollment.proposal,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    kind text NOT NULL CHECK (kind IN ('PICKED', 'DECLINED', 'REPLACED')),
    plan text,
    said text NOT NULL DEFAULT '',
    ended_at timestamptz NOT NULL,
    CHECK ((kind = 'PICKED') = (plan IS NOT NULL))
);

-- How a choice came about for which an assister signed; none where the consumer signed, and none before this was asked.
ALTER TABLE enrollment.act ADD COLUMN made text
    CHECK (made IN ('FROM_PROPOSAL', 'IN_PERSON', 'BY_PHONE', 'BY_VIDEO'))
    CHECK (made IS NULL OR authorization_number IS NOT NULL);

GRANT SELECT, INSERT, UPDATE ON enrollment.proposal_draft TO app, app_assister;
GRANT SELECT, INSERT ON enrollment.proposal, enrollment.proposal_end TO app, app_assister;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['proposal_draft', 'proposal', 'proposal_end'] LOOP
        EXECUTE format('ALTER TABLE enrollment.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE enrollment.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON enrollment.%I TO app USING (true) WITH CHECK (true)', t);
    END LOOP;
    -- What was proposed is seen by whoever helps the consumer now.
    FOREACH t IN ARRAY ARRAY['proposal', 'proposal_end'] LOOP
        EXECUTE format($p$CREATE POLICY seen ON enrollment.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
    -- A draft is its assister's own, and so is what is sent; both with the authority to apply.
    FOREACH t IN ARRAY ARRAY['proposal_draft', 'proposal'] LOOP
        EXECUTE format($p$CREATE POLICY written ON enrollment.%1$I FOR INSERT TO app_assister
            WITH CHECK (%1$I.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
                AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer AND a.scope = 'APPLY'
                    AND a.assister = %1$I.assister))$p$, t);
    END LOOP;
END $$;
CREATE POLICY seen ON enrollment.proposal_draft FOR SELECT TO app_assister
    USING (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = proposal_draft.consumer AND a.assister = proposal_draft.assister));
CREATE POLICY changed ON enrollment.proposal_draft FOR UPDATE TO app_assister
    USING (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = proposal_draft.consumer AND a.scope = 'APPLY'
            AND a.assister = proposal_draft.assister));
-- The consumer alone answers: in an assister's hat nothing ends but by a newer proposal.
CREATE POLICY written ON enrollment.proposal_end FOR INSERT TO app_assister
    WITH CHECK (kind = 'REPLACED' AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = proposal_end.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
