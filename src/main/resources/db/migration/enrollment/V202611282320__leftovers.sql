-- What was chosen or proposed and never signed is deleted after a time.
INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('enrollment.leftover-days', '2018-01-01', '120', '45 CFR 155.260(a)(3)(v): what was chosen or proposed and not signed is deleted so many days after its last change; longer than any time in which it can be signed', 'marketplace');

GRANT DELETE ON enrollment.proposal, enrollment.proposal_draft TO app;
CREATE INDEX basket_oldest ON enrollment.basket (changed_at);
CREATE INDEX proposal_oldest ON enrollment.proposal (sent_at);
CREATE INDEX proposal_draft_oldest ON enrollment.proposal_draft (changed_at);
