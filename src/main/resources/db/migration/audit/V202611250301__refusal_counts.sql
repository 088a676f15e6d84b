-- How many lines of one kind of refusal were written in the hour; keys are keyed hashes of who was refused what.
CREATE TABLE audit.refusal_count (
    key text PRIMARY KEY,
    ends_at timestamptz NOT NULL,
    lines integer NOT NULL
);
CREATE INDEX refusal_count_end ON audit.refusal_count (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON audit.refusal_count TO app;
