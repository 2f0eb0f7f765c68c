-- Is whoever asks among those a thing is shared with? app/commons/sharing/audience.ts names the audiences.
CREATE FUNCTION midcourse_is_audience(audience text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(
    audience = 'public'
    OR audience = held
    OR (audience = 'partners' AND held LIKE 'partner:%')
  ), false) AND (audience <> 'state' OR string_to_array(current_setting('midcourse.roles', true), ',')
    && array['frontline', 'supervisor', 'analyst', 'leader', 'administrator'])
  FROM unnest(string_to_array(current_setting('midcourse.places', true), E'\n')) AS held
$$;
--> statement-breakpoint
-- Only a share made where the thing belongs counts: nobody can share what is another's.
CREATE FUNCTION midcourse_is_shared(kind text, id text, owner_place text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM shares
    WHERE thing_kind = kind AND thing_id = id AND place = owner_place AND midcourse_is_audience(audience));
END
$$;
