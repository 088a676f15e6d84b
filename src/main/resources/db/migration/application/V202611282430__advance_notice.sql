INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('notice.advance-days', '2018-01-01', '10', '42 CFR 431.211: a notice is sent at least so many days before coverage ends; it ends with the month in which they are over. MinnesotaCare is ended alike', 'marketplace');
