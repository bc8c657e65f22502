-- What can be opened from the timeline has a kind of its own; until now it was known by its words.
update activities set kind = 'media'
where kind = 'note' and actor = 'WhatsApp' and text ~ '^Sent a (photo|video|voice message|document|sticker)';
