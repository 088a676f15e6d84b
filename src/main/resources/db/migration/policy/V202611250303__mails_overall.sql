INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('learning.code-mails-an-hour-overall', '2018-01-01', '15', 'Learning Center sign-in, asked for one person from all networks', 'marketplace');
