INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('authorization.receipt-tries-an-hour', '2018-01-01', '60', 'Receipts: a code is checked so often from one network', 'marketplace');
