-- What is latest, and how much there is with whom, are read from indexes alone.

-- The last day that a statement speaks of, as dates compare: a year ends after its months. Nothing where
-- it is undated.
ALTER TABLE statement ADD COLUMN day TEXT
    GENERATED ALWAYS AS (substr(COALESCE(valid_to, valid_from) || '-99-99', 1, 10)) VIRTUAL;
CREATE INDEX statement_latest ON statement (subject, scope, day DESC, position) WHERE kind = 'fact' AND rank < 2;

-- The same, and the date as it was given, where pairs are counted.
ALTER TABLE statement_partner ADD COLUMN dated TEXT;
UPDATE statement_partner SET dated =
    (SELECT COALESCE(valid_to, valid_from) FROM statement WHERE statement.id = statement_partner.statement);
CREATE INDEX statement_partner_counted ON statement_partner (subject, scope, partner, rank, key, dated);
DROP INDEX statement_partner_reverse;
CREATE INDEX statement_partner_reverse ON statement_partner (partner, subject, scope, rank, key, dated);

-- Figures are looked for by pair; few statements have one. (“IS NOT NULL” would not do: to see whether a
-- question implies it, SQLite looks at the values bound to it, and plans the question anew each time.)
ALTER TABLE statement_partner ADD COLUMN unit TEXT;
UPDATE statement_partner SET unit = body ->> '$.figure.unit';
CREATE INDEX statement_partner_figure ON statement_partner (subject, partner, scope) WHERE unit > '';

-- Statistics that were gathered before make SQLite plan each question anew for the values bound to it.
DROP TABLE IF EXISTS sqlite_stat1;
DROP TABLE IF EXISTS sqlite_stat4;
