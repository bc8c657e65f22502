-- Who is deleted takes their turns and what is noted of their rows along: without these, each deletion read all turns there are.
create index turns_conversation on turns (conversation_id);
create index upload_duplicates_lead on upload_duplicates (lead_id);
