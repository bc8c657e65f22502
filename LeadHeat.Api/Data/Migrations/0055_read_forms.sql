-- Questions of forms that could not be read are over once one can be read: nobody needs to be told of them any more.
alter table unread_forms add column over_at timestamptz;
