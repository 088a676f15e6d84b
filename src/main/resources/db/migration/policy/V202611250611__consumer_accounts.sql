INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('account.sign-up-hours', '2018-01-01', '24', 'Consumer accounts: hours for which the mailed sign-up link works', 'marketplace');
