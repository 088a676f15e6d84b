INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('authorization.spot-check-percent', '2018-01-01', '10', 'Without an account: the ARC checks so many of a hundred authorizations given by mail, and each confirmed from the assister''s own network and kind of browser', 'marketplace'),
('authorization.spot-check-days', '2018-01-01', '5', 'Without an account: a spot check is done within so many days', 'marketplace');
