-- What was taken back is never sent; from now on this is done as soon as it is taken back.
UPDATE notification.outbox SET facts = '{}' WHERE state = 'WITHDRAWN' AND facts <> '{}';
