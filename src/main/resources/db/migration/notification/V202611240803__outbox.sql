CREATE SCHEMA notification;

CREATE TABLE notification.outbox (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    sender text NOT NULL CHECK (sender IN ('SYSTEM', 'ARC')),
    recipient text NOT NULL,
    facts jsonb NOT NULL,
    link_purpose text,
    link_path text,
    link_id uuid,
    link_expires timestamptz,
    subject uuid,
    state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'WITHDRAWN')),
    attempts integer NOT NULL DEFAULT 0,
    queued_at timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    leased_until timestamptz,
    sent_at timestamptz,
    last_error text
);
CREATE INDEX outbox_due ON notification.outbox (next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX outbox_subject ON notification.outbox (subject, queued_at DESC);
CREATE INDEX outbox_link ON notification.outbox (link_id) WHERE link_id IS NOT NULL;
CREATE INDEX outbox_queued ON notification.outbox (queued_at DESC, id);
CREATE INDEX outbox_state ON notification.outbox (state, queued_at DESC, id);

GRANT USAGE ON SCHEMA notification TO app;
GRANT SELECT, INSERT, UPDATE ON notification.outbox TO app;
