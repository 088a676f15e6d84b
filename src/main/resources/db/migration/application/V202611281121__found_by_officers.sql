-- By which words ARC officers find signed applications: folded words of the names in them; written with the notice.
CREATE TABLE application.listed (
    application uuid PRIMARY KEY REFERENCES application.application,
    name text NOT NULL,
    signed_at timestamptz NOT NULL
);
CREATE INDEX listed_newest ON application.listed (signed_at DESC, application);
CREATE TABLE application.listed_word (
    word text NOT NULL,
    application uuid NOT NULL REFERENCES application.application,
    PRIMARY KEY (word, application)
);
GRANT SELECT, INSERT ON application.listed, application.listed_word TO app;
ALTER TABLE application.listed ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.listed FORCE ROW LEVEL SECURITY;
ALTER TABLE application.listed_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.listed_word FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON application.listed TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON application.listed_word TO app USING (true) WITH CHECK (true);
