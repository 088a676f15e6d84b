INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('plans.pages-a-minute', '2018-01-01', '240', 'Plans and prices: so many lists, comparisons and plans a minute for one network, so that no machine copies them or keeps others away', 'marketplace');
