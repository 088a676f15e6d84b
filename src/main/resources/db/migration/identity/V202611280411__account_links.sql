-- A person's own account and the one with which they work, linked by the person from inside both.
CREATE TABLE identity.account_link (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL,
    consumer_kind text NOT NULL GENERATED ALWAYS AS ('CONSUMER') STORED,
    work uuid NOT NULL,
    work_kind text NOT NULL GENERATED ALWAYS AS ('WORK') STORED,
    linked_at timestamptz NOT NULL,
    ended_at timestamptz,
    FOREIGN KEY (consumer, consumer_kind) REFERENCES identity.account (id, kind),
    FOREIGN KEY (work, work_kind) REFERENCES identity.account (id, kind)
);
CREATE UNIQUE INDEX account_link_of_consumer ON identity.account_link (consumer) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX account_link_of_work ON identity.account_link (work) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON identity.account_link TO app, app_assister;
