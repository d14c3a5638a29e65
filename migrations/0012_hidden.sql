-- What a server does not see of the public scope, as every read asks for it: what it retracted, or overrides with an
-- item of its own. A read of several scopes compares `scope` too, so that a server’s own items stay.
CREATE VIEW hidden (viewer, scope, entity, key) AS
    SELECT scope, 0, entity, key FROM mask;

-- By which the memberships are found that rest on a revision which is erased; it went with the table that was made anew.
CREATE INDEX membership_of_revision ON membership (revision) WHERE revision IS NOT NULL;
