-- A policy that goes on in another subscriber's name is a policy of its own, the former one's only successor.
ALTER TABLE enrollment.policy ADD former uuid UNIQUE REFERENCES enrollment.policy;
-- The day whose age counts, where it isn't the first day: whoever goes on in the same plan doesn't get older by it.
ALTER TABLE enrollment.member ADD aged_on date;
