-- Consumers, whom they have authorized, and what was done for them. In the assister's hat every statement runs as
-- app_assister: row-level security lets through what a current authorization of that assister covers, nothing else.
CREATE SCHEMA consumer;

-- One row a person helped or signed up; account is null while somebody is helped without one.
CREATE TABLE consumer.consumer (
    id uuid PRIMARY KEY,
    account uuid UNIQUE REFERENCES identity.account,
    first_name text NOT NULL COLLATE "und-x-icu",
    last_name text NOT NULL COLLATE "und-x-icu",
    sort_name text NOT NULL COLLATE "und-x-icu",
    birth_date date,
    email text NOT NULL,
    phone text NOT NULL DEFAULT '',
    language text NOT NULL DEFAULT 'en',
    interpreter text NOT NULL DEFAULT '',
    -- There is an address that no helper sees; it says so to them.
    address_kept boolean NOT NULL DEFAULT false,
    -- The latest application as lists show it; written by the module that keeps applications.
    case_status text NOT NULL DEFAULT 'NOT_STARTED',
    case_waits text NOT NULL DEFAULT 'ASSISTER' CHECK (case_waits IN ('ASSISTER', 'CONSUMER', 'MARKETPLACE', 'NOBODY')),
    case_next text NOT NULL DEFAULT 'START',
    case_due date,
    last_activity timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE UNIQUE INDEX consumer_mailed_email ON consumer.consumer (lower(email)) WHERE account IS NULL AND closed_at IS NULL;

-- Apart from the person, because a confidential address is for no helper's eyes.
CREATE TABLE consumer.address (
    consumer uuid PRIMARY KEY REFERENCES consumer.consumer,
    street text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    zip text NOT NULL,
    county text NOT NULL,
    confidential boolean NOT NULL
);

-- What a consumer agreed to, word for word (version, language and hash of the text), with whom, and how; never changed,
-- and kept for ten years (45 CFR 155.1210): nothing deletes it.
CREATE TABLE consumer.authorization_given (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY (START WITH 100001) UNIQUE,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    assister uuid NOT NULL REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    scope text NOT NULL CHECK (scope IN ('SEE', 'APPLY')),
    until date,
    method text NOT NULL CHECK (method IN ('REFERENCE_NUMBER', 'DIRECTORY', 'PROPOSAL', 'MAILED_CODE')),
    text_version date NOT NULL,
    text_language text NOT NULL,
    text_hash text NOT NULL,
    consumer_name text NOT NULL,
    assister_name text NOT NULL,
    agency_name text NOT NULL,
    reference_number text NOT NULL,
    assister_status text NOT NULL,
    agency_status text NOT NULL,
    signed_by uuid,
    receipt_code text NOT NULL UNIQUE,
    given_at timestamptz NOT NULL
);
CREATE INDEX authorization_of_consumer ON consumer.authorization_given (consumer, given_at DESC);
CREATE INDEX authorization_of_assister ON consumer.authorization_given (assister, given_at DESC);
CREATE INDEX authorization_by_mail ON consumer.authorization_given (given_at DESC) WHERE method = 'MAILED_CODE';

-- The second record: when and why an authorization ended. Its assister sees this bare line and nothing else of it.
CREATE TABLE consumer.authorization_end (
    authorization_id uuid PRIMARY KEY REFERENCES consumer.authorization_given,
    number bigint NOT NULL,
    assister uuid NOT NULL REFERENCES agency.person,
    ended_at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason IN ('CONSUMER', 'REPLACED', 'DISPUTED', 'UNTIL', 'UNCONFIRMED', 'CLOSED', 'STAFF')),
    ended_by uuid
);
CREATE INDEX authorization_end_of_assister ON consumer.authorization_end (assister, ended_at DESC);

-- Whose helper somebody is now: at most one a consumer. Made and removed with the two records above; the guard, the
-- policies below and the assister's list all go by it.
CREATE TABLE consumer.authority (
    consumer uuid PRIMARY KEY REFERENCES consumer.consumer,
    assister uuid NOT NULL REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    authorization_id uuid NOT NULL UNIQUE REFERENCES consumer.authorization_given,
    number bigint NOT NULL,
    scope text NOT NULL CHECK (scope IN ('SEE', 'APPLY')),
    since timestamptz NOT NULL,
    valid_until timestamptz NOT NULL DEFAULT 'infinity',
    -- Since when the consumer knows that the assister can't help; null while the assister can.
    paused_at timestamptz,
    last_used_at timestamptz
);
CREATE INDEX authority_of_assister ON consumer.authority (assister, consumer);
CREATE INDEX authority_over ON consumer.authority (valid_until) WHERE valid_until <> 'infinity';

-- Whom an agency proposes to the consumers of somebody who can't help them.
CREATE TABLE consumer.proposal (
    assister uuid NOT NULL REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    proposed uuid NOT NULL REFERENCES agency.person,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    PRIMARY KEY (assister, proposed)
);

-- "Done for you": who looked, changed or sent what, and when. Kept as it is.
CREATE TABLE consumer.diary (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    at timestamptz NOT NULL,
    act text NOT NULL,
    look boolean NOT NULL,
    facts text[] NOT NULL,
    by_hat text NOT NULL,
    by_name text NOT NULL,
    by_agency text,
    by_person uuid,
    authorization_id uuid,
    authorization_number bigint
);
CREATE INDEX diary_of_consumer ON consumer.diary (consumer, at DESC, id);

-- "This is wrong", in the consumer's words, for the ARC to look into.
CREATE TABLE consumer.dispute (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    authorization_id uuid NOT NULL REFERENCES consumer.authorization_given,
    line uuid REFERENCES consumer.diary,
    said text NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX dispute_of_authorization ON consumer.dispute (authorization_id, at);

-- What an assister had typed when the authority ended: it stays for the consumer, who takes it over or throws it away.
CREATE TABLE consumer.left_over (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    at timestamptz NOT NULL,
    by_name text NOT NULL,
    form text NOT NULL,
    content jsonb NOT NULL,
    settled_at timestamptz
);
CREATE INDEX left_over_open ON consumer.left_over (consumer, at DESC) WHERE settled_at IS NULL;

GRANT USAGE ON SCHEMA consumer TO app, app_assister;
GRANT SELECT, INSERT, UPDATE ON consumer.consumer, consumer.address, consumer.left_over TO app;
GRANT SELECT, INSERT ON consumer.authorization_given, consumer.authorization_end, consumer.diary, consumer.dispute TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consumer.authority, consumer.proposal TO app;

GRANT SELECT ON consumer.consumer, consumer.address, consumer.authority, consumer.authorization_end, consumer.diary
    TO app_assister;
GRANT UPDATE (first_name, last_name, sort_name, birth_date, phone, language, interpreter, version, case_status, case_waits,
    case_next, case_due, last_activity) ON consumer.consumer TO app_assister;
GRANT INSERT, UPDATE ON consumer.address TO app_assister;
GRANT UPDATE (last_used_at, paused_at) ON consumer.authority TO app_assister;
GRANT INSERT ON consumer.diary TO app_assister;

ALTER TABLE consumer.consumer ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.consumer FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.address ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.address FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.authorization_given ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.authorization_given FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.authorization_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.authorization_end FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.authority ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.authority FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.diary ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.diary FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.left_over ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.left_over FORCE ROW LEVEL SECURITY;

-- The product in every other hat; who may see what stands in the modules' guards.
CREATE POLICY product ON consumer.consumer TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.address TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.authorization_given TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.authorization_end TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.authority TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.diary TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON consumer.left_over TO app USING (true) WITH CHECK (true);

-- The assister of this transaction; without one the comparison is with null, and nothing is found.
CREATE POLICY own ON consumer.authority TO app_assister
    USING (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid) AND valid_until > now());
CREATE POLICY own ON consumer.authorization_end FOR SELECT TO app_assister
    USING (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid));
CREATE POLICY helped ON consumer.consumer TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = consumer.id
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY helped ON consumer.address TO app_assister
    USING (NOT confidential AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = address.consumer
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY helped ON consumer.diary TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = diary.consumer
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
