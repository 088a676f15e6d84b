INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('portal.acting-idle-minutes', '2018-01-01', '10', 'Assister portal: who acts for a consumer and does nothing for so long steps out of the workspace; shorter than the session lasts', 'marketplace');
