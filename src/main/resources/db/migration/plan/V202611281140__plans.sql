-- The plans of a plan year, as carriers file them. Nobody's private data: everybody may see all of it.
CREATE SCHEMA plan;

-- One import of a plan year's files. Its rows never change; at most one of a year is published. A replaced one stays, so
-- that whoever chose a plan by it still finds it.
CREATE TABLE plan.catalog (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_year integer NOT NULL,
    number integer NOT NULL,
    state text NOT NULL CHECK (state IN ('LOADED', 'PUBLISHED', 'REPLACED')),
    -- SHA-256 of all files, so that the same ones aren't taken twice.
    fingerprint text NOT NULL,
    source text NOT NULL,
    plans integer NOT NULL,
    variants integer NOT NULL,
    benefits integer NOT NULL,
    rates integer NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by text NOT NULL,
    published_at timestamptz,
    published_by text,
    UNIQUE (plan_year, number)
);
CREATE UNIQUE INDEX one_published ON plan.catalog (plan_year) WHERE state = 'PUBLISHED';

CREATE TABLE plan.county (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    fips text NOT NULL,
    name text COLLATE "und-x-icu" NOT NULL,
    rating_area smallint NOT NULL,
    PRIMARY KEY (catalog, fips)
);

-- A ZIP lies in one county or in several.
CREATE TABLE plan.zip (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    zip text NOT NULL,
    fips text NOT NULL,
    PRIMARY KEY (catalog, zip, fips)
);

CREATE TABLE plan.network (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    issuer text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    address text,
    PRIMARY KEY (catalog, issuer, code)
);

-- Where a carrier sells: the whole state (county '*'), a county, or the named ZIPs of a county.
CREATE TABLE plan.service_area (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    issuer text NOT NULL,
    code text NOT NULL,
    fips text NOT NULL,
    zips text[],
    PRIMARY KEY (catalog, issuer, code, fips)
);

CREATE TABLE plan.plan (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    id text NOT NULL,
    issuer text NOT NULL,
    issuer_name text NOT NULL,
    name text NOT NULL,
    metal text NOT NULL,
    type text NOT NULL,
    offering text NOT NULL,
    -- Of the premium for essential benefits, of a dental plan for children's care, in millionths.
    essential integer NOT NULL,
    network text NOT NULL,
    service_area text NOT NULL,
    savings_account boolean NOT NULL,
    referral boolean NOT NULL,
    new_plan boolean NOT NULL,
    summary_address text,
    brochure_address text,
    drugs_address text,
    PRIMARY KEY (catalog, id)
);

-- Cost-sharing variants 01 to 06. Amounts in cents for a person and a family, null where not applicable; as written in the file too.
CREATE TABLE plan.variant (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    plan text NOT NULL,
    variant text NOT NULL,
    deductible integer,
    family_deductible integer,
    drug_deductible integer,
    family_drug_deductible integer,
    out_of_pocket integer,
    family_out_of_pocket integer,
    written jsonb NOT NULL,
    -- What the services of the yearly estimate cost, as amounts.
    services jsonb NOT NULL,
    PRIMARY KEY (catalog, plan, variant)
);

CREATE TABLE plan.benefit (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    plan text NOT NULL,
    variant text NOT NULL,
    place smallint NOT NULL,
    name text NOT NULL,
    covered boolean NOT NULL,
    essential boolean NOT NULL,
    copay text,
    coinsurance text,
    copay_outside text,
    coinsurance_outside text,
    limit_quantity text,
    limit_unit text,
    exclusions text,
    explanation text,
    PRIMARY KEY (catalog, plan, variant, place)
);

-- The rate file's rows of a plan in a rating area, in cents by age band: 0-14, 15 to 63, 64 and over.
CREATE TABLE plan.rate (
    catalog integer NOT NULL REFERENCES plan.catalog ON DELETE CASCADE,
    plan text NOT NULL,
    area smallint NOT NULL,
    plain integer[] NOT NULL,
    tobacco integer[],
    PRIMARY KEY (catalog, plan, area)
);
CREATE INDEX rate_in_area ON plan.rate (catalog, area);

-- Plans that are no longer sold, in whatever catalog of their year.
CREATE TABLE plan.withdrawal (
    plan_year integer NOT NULL,
    plan text NOT NULL,
    from_day date NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    by_name text NOT NULL,
    PRIMARY KEY (plan_year, plan)
);

GRANT USAGE ON SCHEMA plan TO app;
GRANT SELECT, INSERT, DELETE ON plan.catalog TO app;
GRANT UPDATE (state, plans, variants, benefits, rates, published_at, published_by) ON plan.catalog TO app;
GRANT SELECT, INSERT ON plan.county, plan.zip, plan.network, plan.service_area, plan.plan, plan.variant, plan.benefit, plan.rate TO app;
GRANT SELECT, INSERT, DELETE ON plan.withdrawal TO app;
