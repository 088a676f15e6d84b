INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('notice.hand-over-days', '2018-01-01', '2', '45 CFR 155.310(d)(3), 155.345(b)(2): who may qualify on another basis is handed over promptly and without undue delay; the days that an officer has', 'marketplace');
