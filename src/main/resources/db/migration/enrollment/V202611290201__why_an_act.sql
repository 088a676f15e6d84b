-- Why a choice could be made, in the carriers' terms: the reason of an act is its own, and not that of the policy that it changes.
-- Empty for an end by wish, for another amount, and for what was signed before.
ALTER TABLE enrollment.act ADD reason text;
