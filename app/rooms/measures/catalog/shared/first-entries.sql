-- A child's first entry of each window, the denominator of P1 and what H1 and H3 count.
-- Exclusions come before "first" [choice]: a short stay does not hide the entry that followed it.
-- `follow_up_months` is the asking measure's, for dropped records.
CREATE TEMP MACRO first_entries(follow_up_months) AS TABLE
SELECT *
FROM window_entries
WHERE passes_all AND NOT is_left_out(dropped_after, window_to, follow_up_months)
QUALIFY row_number() OVER (PARTITION BY window_from, window_to, child_number ORDER BY removal_date) = 1
