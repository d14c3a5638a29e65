-- First screens show what is live, and the newest of it, without reading more than they show.

-- When what a statement says stopped being so; whether it speaks of its source and not of the world; and
-- whether it is somebody’s word or doubtful, and so stands behind what is recorded.
ALTER TABLE statement ADD COLUMN ended TEXT;
ALTER TABLE statement ADD COLUMN framing INTEGER NOT NULL DEFAULT 0 CHECK (framing IN (0, 1));
ALTER TABLE statement ADD COLUMN claimed INTEGER NOT NULL DEFAULT 0 CHECK (claimed IN (0, 1));
UPDATE statement SET claimed = credibility > 3
    OR (SELECT body ->> 'claimed_by' IS NOT NULL FROM revision WHERE revision.id = statement.revision);

-- The same for pairs, with the day as `statement` has it.
ALTER TABLE statement_partner ADD COLUMN day TEXT;
ALTER TABLE statement_partner ADD COLUMN ended TEXT;
ALTER TABLE statement_partner ADD COLUMN framing INTEGER NOT NULL DEFAULT 0 CHECK (framing IN (0, 1));
UPDATE statement_partner SET day = substr(dated || '-99-99', 1, 10);

-- Memberships are read from this table alone.
ALTER TABLE membership ADD COLUMN years TEXT NOT NULL DEFAULT 'sourced' CHECK (years IN ('sourced', 'unsourced'));
UPDATE membership SET years = 'unsourced'
    WHERE (SELECT body ->> 'years' FROM revision WHERE revision.id = membership.revision) = 'unsourced';

-- What takes the place of a statement, which is named by its key: in any scope that a viewer may not see, too, so
-- whoever asks has to look at scope and mask.
CREATE VIEW successor (of, key, scope) AS
    SELECT e.other, s.key, s.scope FROM evidence e CROSS JOIN statement s ON s.id = e.statement
    WHERE e.bearing = 'supersedes' AND s.rank < 2;
