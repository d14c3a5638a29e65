-- Figures are looked for by pair, for the latest of each: few statements have one.
CREATE INDEX statement_partner_figure ON statement_partner (subject, partner, scope)
    WHERE json_extract(body, '$.figure.unit') IS NOT NULL;
