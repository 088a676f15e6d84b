-- Codes and counts whose time is over are deleted by it.
CREATE INDEX sign_in_code_end ON learning.sign_in_code (expires_at);
CREATE INDEX mail_asked_at ON learning.mail_asked (at);
