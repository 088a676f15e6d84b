-- The public address of somebody on a roster is no consumer's.
CREATE INDEX entry_by_public_mailbox ON agency.entry (agency.mailbox(public_email)) WHERE valid_until IS NULL;
