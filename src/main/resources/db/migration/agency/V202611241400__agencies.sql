CREATE SCHEMA agency;

CREATE TABLE agency.agency (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL COLLATE "und-x-icu",
    kind text NOT NULL CHECK (kind IN ('NAVIGATOR', 'CAC')),
    created_at timestamptz NOT NULL
);
CREATE INDEX agency_by_name ON agency.agency (name, id);

-- Both days inclusive, Minnesota's; an early end moves last_day and says why.
CREATE TABLE agency.contract (
    id uuid PRIMARY KEY,
    agency uuid NOT NULL REFERENCES agency.agency,
    first_day date NOT NULL,
    last_day date NOT NULL,
    end_reason text,
    made_at timestamptz NOT NULL,
    CHECK (last_day >= first_day - 1)
);
CREATE INDEX contract_of_agency ON agency.contract (agency, first_day);

CREATE TABLE agency.contact (
    id uuid PRIMARY KEY,
    agency uuid NOT NULL REFERENCES agency.agency,
    name text NOT NULL COLLATE "und-x-icu",
    email text NOT NULL,
    roles text[] NOT NULL,
    invited_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX contact_of_agency ON agency.contact (agency) WHERE ended_at IS NULL;

-- One row a person over all agencies and years; the address is the newest submitted one.
CREATE TABLE agency.person (
    id uuid PRIMARY KEY,
    training_id text UNIQUE,
    -- Judged at a statement's end, so that two people may swap addresses in one submission.
    email_key text NOT NULL UNIQUE DEFERRABLE INITIALLY IMMEDIATE,
    agency uuid NOT NULL REFERENCES agency.agency,
    sort_name text NOT NULL COLLATE "und-x-icu",
    created_at timestamptz NOT NULL
);
CREATE INDEX person_of_agency ON agency.person (agency, sort_name, id);
CREATE INDEX person_by_name ON agency.person (sort_name, id);

-- What was sent, when, by whom, under which words; never changed.
CREATE TABLE agency.submission (
    id uuid PRIMARY KEY,
    agency uuid NOT NULL REFERENCES agency.agency,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ROSTER', 'CHANGE', 'ASSISTER')),
    attestation text NOT NULL,
    submitted_by uuid NOT NULL,
    submitted_name text NOT NULL,
    submitted_at timestamptz NOT NULL,
    people integer NOT NULL,
    changed integer NOT NULL,
    UNIQUE (agency, number)
);

-- A person's entry as submitted, in force from its submission until the next one says otherwise: the roster of any
-- submission is the set of entries that were in force at its moment.
CREATE TABLE agency.entry (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES agency.person,
    agency uuid NOT NULL REFERENCES agency.agency,
    submission uuid NOT NULL REFERENCES agency.submission,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    first_name text NOT NULL,
    last_name text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    street text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    zip text NOT NULL,
    active boolean NOT NULL,
    portal_access boolean NOT NULL,
    display_name text NOT NULL,
    public_phone text NOT NULL,
    public_email text NOT NULL,
    business_address text NOT NULL,
    languages text NOT NULL,
    counties text NOT NULL,
    in_directory boolean NOT NULL,
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);
CREATE UNIQUE INDEX entry_now ON agency.entry (person) WHERE valid_until IS NULL;
CREATE INDEX entry_of_person ON agency.entry (person, valid_from);
CREATE INDEX entry_of_agency ON agency.entry (agency, valid_from);

-- What an agency has typed or uploaded and not sent yet; has no effect anywhere.
CREATE TABLE agency.draft_entry (
    person uuid NOT NULL,
    agency uuid NOT NULL REFERENCES agency.agency,
    new_here boolean NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    sort_name text NOT NULL COLLATE "und-x-icu",
    first_name text NOT NULL,
    last_name text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    street text NOT NULL,
    city text NOT NULL,
    state text NOT NULL,
    zip text NOT NULL,
    active boolean NOT NULL,
    portal_access boolean NOT NULL,
    display_name text NOT NULL,
    public_phone text NOT NULL,
    public_email text NOT NULL,
    business_address text NOT NULL,
    languages text NOT NULL,
    counties text NOT NULL,
    in_directory boolean NOT NULL,
    PRIMARY KEY (agency, person)
);
CREATE INDEX draft_of_agency ON agency.draft_entry (agency, sort_name, person);
CREATE INDEX draft_email ON agency.draft_entry (agency, lower(email));

-- A file between its preview and its acceptance; at most one an agency.
CREATE TABLE agency.upload (
    agency uuid PRIMARY KEY REFERENCES agency.agency,
    id uuid NOT NULL UNIQUE,
    file_name text NOT NULL,
    content text NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_at timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA agency TO app;
GRANT SELECT, INSERT ON agency.agency, agency.submission TO app;
-- A row lock, which lets one submission of an agency happen at a time, needs the right to change a column.
GRANT UPDATE (name) ON agency.agency TO app;
GRANT SELECT, INSERT, UPDATE ON agency.contract, agency.contact, agency.person TO app;
GRANT SELECT, INSERT ON agency.entry TO app;
GRANT UPDATE (valid_until) ON agency.entry TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agency.draft_entry, agency.upload TO app;
