-- What an import found, for a week, so that it can be read page by page. Places and cells of the carriers' public files; nobody's data.
CREATE TABLE plan.report (
    id uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL,
    content text NOT NULL
);
CREATE INDEX report_expires ON plan.report (expires_at);
GRANT SELECT, INSERT, DELETE ON plan.report TO app;
