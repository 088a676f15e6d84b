-- In the assister's hat mails are queued and never seen: no address, no fact and no link of any.
REVOKE ALL ON ALL TABLES IN SCHEMA notification FROM app_assister;
GRANT INSERT (id, kind, sender, recipient, facts, link_purpose, link_path, link_id, link_expires, subject, queued_at,
    next_attempt_at, language) ON notification.outbox TO app_assister;

-- Takes back the waiting mails with this link; whoever hasn't its id reaches none.
CREATE PROCEDURE notification.withdraw(link uuid) LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    UPDATE notification.outbox SET state = 'WITHDRAWN', facts = '{}'
     WHERE link_id = link AND state IN ('WAITING', 'FAILED')
$$;
REVOKE ALL ON PROCEDURE notification.withdraw(uuid) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE notification.withdraw(uuid) TO app, app_assister;
