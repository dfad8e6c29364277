-- One subject speaks for a member: nobody else who is signed in can name that member.
create unique index member_subject_member on member_subject (member);
