-- Assisters' requests to people without an account. The code that a mail carries is derived from the link when the mail is
-- sent, and stored nowhere; networks and browsers are keyed hashes, only to be compared.
CREATE TABLE consumer.request (
    id uuid PRIMARY KEY,
    assister uuid NOT NULL REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    asked_by uuid NOT NULL REFERENCES identity.account,
    asked_network text NOT NULL,
    asked_browser text NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text NOT NULL,
    language text NOT NULL,
    scope text NOT NULL CHECK (scope IN ('SEE', 'APPLY')),
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    sends integer NOT NULL DEFAULT 1,
    to_send boolean NOT NULL DEFAULT true,
    withdrawn_at timestamptz,
    wrong_codes integer NOT NULL DEFAULT 0,
    declined_at timestamptz,
    confirmed_at timestamptz,
    confirmed_network text,
    confirmed_browser text,
    flags text[] NOT NULL DEFAULT '{}',
    consumer uuid REFERENCES consumer.consumer,
    authorization_id uuid UNIQUE REFERENCES consumer.authorization_given,
    -- For which end the consumer was asked to confirm again.
    reminded_for timestamptz,
    CHECK ((confirmed_at IS NULL) = (authorization_id IS NULL))
);
CREATE INDEX request_to_send ON consumer.request (asked_at) WHERE to_send;
CREATE INDEX request_of_assister ON consumer.request (assister, asked_at DESC, id) WHERE confirmed_at IS NULL;
CREATE INDEX request_over ON consumer.request (expires_at) WHERE confirmed_at IS NULL;
CREATE INDEX consumer_by_mailbox ON consumer.consumer (agency.mailbox(email)) WHERE closed_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON consumer.request TO app;
GRANT SELECT (id, assister, agency, first_name, last_name, email, language, scope, asked_at, expires_at, sends,
    withdrawn_at, wrong_codes, declined_at, confirmed_at) ON consumer.request TO app_assister;
GRANT INSERT (id, assister, agency, asked_by, asked_network, asked_browser, first_name, last_name, email, language, scope,
    asked_at, expires_at) ON consumer.request TO app_assister;
GRANT UPDATE (expires_at, sends, to_send, withdrawn_at, wrong_codes) ON consumer.request TO app_assister;

ALTER TABLE consumer.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.request FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON consumer.request TO app USING (true) WITH CHECK (true);
-- What was confirmed is a consumer's, and under their authority only.
CREATE POLICY own ON consumer.request TO app_assister
    USING (confirmed_at IS NULL
        AND assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid))
    WITH CHECK (confirmed_at IS NULL
        AND assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid));
