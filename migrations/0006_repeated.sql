-- Whether a statement repeats another is asked of one statement at a time, so the view is gone through from
-- there: CROSS JOIN keeps SQLite to this order. It began with all statements about the pair, for each that repeats.
-- <https://sqlite.org/optoverview.html#crossjoin>
DROP VIEW repeated;
CREATE VIEW repeated (statement, subject, partner, scope, rank, key, is_benefit) AS
    SELECT e.statement, o.subject, o.partner, o.scope, o.rank, o.key, o.kind = 'benefit'
    FROM evidence e
    CROSS JOIN statement s ON s.key = e.other
    CROSS JOIN statement_partner o ON o.statement = s.id
    WHERE e.bearing = 'repeats';
