INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('directory.pages-an-hour', '2018-01-01', '600', 'Public directory: so many pages an hour for one network, so that no machine copies it', 'marketplace'),
('directory.languages', '2018-01-01', E'English\nSpanish\nHmong\nSomali\nKaren\nVietnamese\nArabic\nOromo\nAmharic\nRussian\nChinese\nLao\nKhmer\nFrench\nSwahili\nAmerican Sign Language', 'Public directory: languages that it can be searched by', 'marketplace');
