INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('authorization.number-tries-an-hour', '2018-01-01', '20', 'Manage Assister: a reference number is looked up so often, by account and by network', 'marketplace'),
('authorization.dispute-days', '2018-01-01', '2', 'Manage Assister: "this is wrong" is looked into within so many days', 'marketplace'),
('authorization.mailed-days', '2018-01-01', '30', '45 CFR 155.210(e)(6); an authorization given by mail without an account ends after so many days', 'marketplace'),
('portal.due-soon-days', '2018-01-01', '7', 'Assister portal: what is due this week', 'marketplace');
