-- Cards that shipped to look on beside others were left as if leads were still to be scored by them.
update scorecard_publications set applied_at = created_at where role = 'beside' and applied_at is null;
