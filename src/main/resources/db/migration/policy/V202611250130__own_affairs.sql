INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('own-affairs.cooling-days', '2018-01-01', '365', 'Account security, own affairs: days for which a former contact decides nothing on the agency', 'marketplace');
