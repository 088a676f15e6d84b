-- Wrong codes of the second factor since the last right one, over any time; gone with a right one.
CREATE TABLE identity.code_miss (
    account uuid PRIMARY KEY REFERENCES identity.account,
    misses integer NOT NULL,
    next_try_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.code_miss TO app;
