-- Does whoever asks work in this place? One of theirs, or the county of a unit of theirs: a county's published things
-- are its units' too.
CREATE FUNCTION midcourse_works_in(place text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(
    held = place
    OR (held LIKE 'unit:%' AND place = 'county:' || split_part(substr(held, 6), '/', 1))
  ), false)
  FROM unnest(string_to_array(current_setting('midcourse.places', true), E'\n')) AS held
$$;
