-- What rests on what, and what says only another again: said once, for all that ask.

-- Every item that rests on an actor, an area or a source, in any scope.
CREATE VIEW rest (entity, key, scope, on_entity, on_key) AS
    SELECT 'statement', key, scope, 'source', source FROM statement
    UNION ALL SELECT 'statement', key, scope, 'area', area FROM statement
    UNION ALL SELECT 'statement', key, scope, 'actor', subject FROM statement
    UNION ALL SELECT 'statement', key, scope, 'actor', partner FROM statement_partner
    UNION ALL SELECT 'recommendation', key, scope, 'source', source FROM recommendation
    UNION ALL SELECT 'recommendation', key, scope, 'area', area FROM recommendation
    UNION ALL SELECT 'recommendation', key, scope, 'actor', subject FROM recommendation
    UNION ALL SELECT 'recommendation', c.key, c.scope, 'actor', p.value
        FROM recommendation c JOIN revision r ON r.id = c.revision, json_each(r.body, '$.partners') p
    UNION ALL SELECT 'membership', key, scope, 'source', source FROM membership
    UNION ALL SELECT 'membership', key, scope, 'actor', member FROM membership
    UNION ALL SELECT 'membership', key, scope, 'actor', organisation FROM membership
    UNION ALL SELECT 'actor', a.key, a.scope, 'actor', s.value
        FROM actor a JOIN revision r ON r.id = a.revision, json_each(r.body, '$.successors') s
    UNION ALL SELECT 'ambiguity', a.key, a.scope, 'actor', c.value
        FROM ambiguity a JOIN revision r ON r.id = a.revision, json_each(r.body, '$.choices') c;

-- The statements that another one (`statement`) only says again, towards each of their partners.
CREATE VIEW repeated (statement, subject, partner, scope, rank, key, is_benefit) AS
    SELECT e.statement, o.subject, o.partner, o.scope, o.rank, o.key, o.kind = 'benefit'
    FROM evidence e
    JOIN statement s ON s.key = e.other
    JOIN statement_partner o ON o.statement = s.id
    WHERE e.bearing = 'repeats';
