-- Carriers' answers that were put aside unread, and why: codes, places and numbers, nothing of what is in them. The file lies in the
-- carrier's folder under this name; the same one may come again.
CREATE TABLE carrier.unread (
    issuer text NOT NULL,
    file text NOT NULL,
    at timestamptz NOT NULL,
    why text NOT NULL,
    place text NOT NULL,
    said text NOT NULL,
    correct text NOT NULL,
    PRIMARY KEY (issuer, at, file)
);
GRANT SELECT, INSERT ON carrier.unread TO app;
