CREATE SCHEMA audit;

CREATE TABLE audit.line (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    account uuid,
    hat text,
    actor_subject uuid,
    actor_name text NOT NULL,
    act text NOT NULL,
    refused boolean NOT NULL,
    subject uuid,
    agency uuid,
    shown uuid[] NOT NULL,
    facts jsonb NOT NULL
);
CREATE INDEX line_at ON audit.line (at DESC);
CREATE INDEX line_account ON audit.line (account, at DESC);
CREATE INDEX line_subject ON audit.line (subject, at DESC);
CREATE INDEX line_agency ON audit.line (agency, at DESC);
CREATE INDEX line_shown ON audit.line USING gin (shown);

GRANT USAGE ON SCHEMA audit TO app, app_assister;
-- Nobody but the owner, who serves migrations only, can change or remove a line.
GRANT SELECT, INSERT ON audit.line TO app;
GRANT INSERT ON audit.line TO app_assister;
