CREATE SCHEMA access;

-- The ARC's enrollment: once a person. Reference numbers are never given twice, also not after an account was closed.
CREATE TABLE access.enrollment (
    person uuid PRIMARY KEY REFERENCES agency.person,
    reference_number text NOT NULL UNIQUE,
    enrolled_at timestamptz NOT NULL,
    enrolled_by uuid NOT NULL,
    activated_at timestamptz,
    reinstated_at timestamptz,
    closed_at timestamptz
);

-- A ready person kept back, with the reason that the agency reads.
CREATE TABLE access.hold (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES agency.person,
    reason text NOT NULL,
    held_at timestamptz NOT NULL,
    released_at timestamptz
);
CREATE UNIQUE INDEX hold_now ON access.hold (person) WHERE released_at IS NULL;

-- What happened to a person's access, for its history; facts are small and hold no private data.
CREATE TABLE access.event (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES agency.person,
    at timestamptz NOT NULL,
    what text NOT NULL,
    facts text[] NOT NULL,
    by_name text NOT NULL
);
CREATE INDEX event_of_person ON access.event (person, at DESC);

-- Where lists and the queue look people up. Written with the fact; it never decides, every row is judged live.
CREATE TABLE access.projection (
    person uuid PRIMARY KEY REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    sort_name text NOT NULL COLLATE "und-x-icu",
    agency_name text NOT NULL COLLATE "und-x-icu",
    state text NOT NULL,
    state_since timestamptz,
    -- When, as far as is known, the state ends by time alone.
    next_change timestamptz,
    -- The lapse that mails have gone out for.
    told_lapse timestamptz
);
CREATE INDEX projection_by_state ON access.projection (state, state_since, person);
CREATE INDEX projection_due ON access.projection (next_change) WHERE next_change IS NOT NULL;

GRANT USAGE ON SCHEMA access TO app;
GRANT SELECT, INSERT, UPDATE ON access.enrollment, access.hold, access.projection TO app;
GRANT SELECT, INSERT ON access.event TO app;
